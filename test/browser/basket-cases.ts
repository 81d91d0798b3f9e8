import type { PageCase } from './cases.ts'

/** The basket, empty and with something in it, and the way from it to requests. */
export const basketCases = ({ accession }: { accession: string }): PageCase[] => [
  { name: 'basket-empty', path: '/basket' },
  {
    name: 'basket',
    path: `/records/${accession}`,
    act: async (page) => {
      await page.locator('form.add-form button').click()
      await page.waitForURL(/\/basket$/)
    },
  },
  { name: 'checkout', path: '/basket/checkout', as: 'demo-researcher' },
  { name: 'checkout-purpose', path: '/basket/checkout/purpose', as: 'demo-researcher' },
  { name: 'checkout-sending', path: '/basket/checkout/sending', as: 'demo-researcher' },
]
