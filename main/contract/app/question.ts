import { z } from 'zod';

/** A question that the window asks the user, over whatever page is shown. */
export interface ShownQuestion {
  readonly id: string;
  readonly message: string;
  readonly detail: string;
  /** The words on the buttons; the last one changes nothing. */
  readonly answers: readonly string[];
}

export const questionId = z.string().min(1).max(100);

export const questionAnswerSchema = z.strictObject({
  questionId,
  /** The place of the button. */
  at: z.number().int().min(0).max(9),
});
export type QuestionAnswer = z.infer<typeof questionAnswerSchema>;
