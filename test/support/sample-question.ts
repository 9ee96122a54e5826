import type { Question } from '../../main/hosting/question-from.ts';

export const SAMPLE_QUESTION: Question<'after' | 'now' | 'cancel'> = {
  message: 'Quit in the middle of a build?',
  detail: 'It will be run again.',
  answers: [
    ['after', 'Quit after this build'],
    ['now', 'Quit now'],
    ['cancel', 'Cancel'],
  ],
};
