/** Copies a fact at the press of its button, and says so on the button and to screen readers. */
export const copying = (list: Element): void => {
  const { copied = '', failed = '' } = (list as HTMLElement).dataset;
  const status = list.parentElement?.querySelector('[data-copy-status]');
  for (const button of list.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const text = document.getElementById(button.dataset.copy ?? '')?.textContent ?? '';
      const done = await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      );
      if (status) {
        status.textContent = done ? copied : failed;
        status.classList.toggle('vh', done);
      }
      if (!done) return;
      button.textContent = copied;
      setTimeout(() => {
        button.textContent = label;
        if (status) status.textContent = '';
      }, 2000);
    });
  }
};
