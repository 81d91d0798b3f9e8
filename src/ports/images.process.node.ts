import { answerCalls } from './child.program.node.ts'
import { sharpImages } from './images.sharp.ts'

/** The program of the child that `images.child.node.ts` starts: sharp and its memory live here, and end with it. */
answerCalls(sharpImages())
