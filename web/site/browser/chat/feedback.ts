import { make } from './make.ts';
import type { Reason, Verdict } from './protocol.ts';
import type { Told } from './told.ts';

/** Why a request failed, in the words of whoever refused it. */
export const reasonOf = (error: unknown, told: Told): string =>
  error instanceof Error && error.name === 'Refused' ? error.message : told.noAnswer;

/** Asks whether an answer was right; where it was not, by a few words why. Thanks once it was passed on. */
export const feedback = (told: Told, judge: (verdict: Verdict) => Promise<unknown>): HTMLElement => {
  const place = make('div', { class: 'judge' });
  const pass = (verdict: Verdict): void => {
    for (const button of place.querySelectorAll('button')) button.disabled = true;
    judge(verdict).then(
      () => say(make('p', { text: told.thanks, tabindex: '-1' })),
      (error: unknown) => {
        ask();
        place.prepend(
          make('p', { text: told.notSaid.replace('{reason}', reasonOf(error, told)), tabindex: '-1', role: 'alert' }),
        );
        place.querySelector('button')?.focus();
      },
    );
  };
  /** Who pressed a button that goes finds the focus on what took its place. */
  const say = (...children: HTMLElement[]): void => {
    const focused = place.contains(document.activeElement) || document.activeElement === document.body;
    place.replaceChildren(...children);
    if (focused) place.querySelector<HTMLElement>('button, [tabindex]')?.focus({ preventScroll: true });
  };
  const why = (): void => {
    const reasons = (Object.entries(told.reasons) as [Reason, string][]).map(([reason, text]) =>
      make('button', { text, press: () => pass({ verdict: 'no', reason }) }),
    );
    const other = make('button', { text: told.otherReason, press: () => pass({ verdict: 'no' }) });
    say(make('span', { text: told.why }), ...reasons, other);
  };
  const ask = (): void => {
    const yes = make('button', { text: told.yes, press: () => pass({ verdict: 'yes' }) });
    const no = make('button', { text: told.no, press: why });
    place.replaceChildren(make('span', { text: told.right }), yes, no);
  };
  ask();
  return place;
};
