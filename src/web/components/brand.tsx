/** The Qilian ridge over the corridor's river. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect class="brand-ground" width="32" height="32" rx="7" />
      <g fill="none" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round">
        <path class="brand-ridge" d="M5.5 13.5 11 8l4 4 3.5-3 8 6.5" />
        <path class="brand-river" d="M5.5 19.5c5-2.6 8.2 1.8 12.2.4s4.8-2.6 8.8-1.6" />
        <path
          class="brand-river"
          stroke-opacity=".55"
          d="M5.5 25c5-2.6 8.2 1.8 12.2.4s4.8-2.6 8.8-1.6"
        />
      </g>
    </svg>
  )
}
