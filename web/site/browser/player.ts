/** Lets the poster start the film in its place, and gets out of the way once it runs. */
export const player = (screen: Element): void => {
  const video = screen.querySelector('video');
  const press = screen.querySelector<HTMLElement>('.press');
  if (!video || !press) return;
  press.hidden = false;
  video.controls = false;
  const begin = (): void => {
    press.hidden = true;
    video.controls = true;
    screen.classList.add('playing');
  };
  video.addEventListener('play', begin, { once: true });
  press.addEventListener('click', (event) => {
    event.preventDefault();
    begin();
    video.focus();
    // Where the browser will not start it, its own controls are there now and say why.
    video.play().catch(() => undefined);
  });
};
