type Told = { close: string; previous: string; following: string; count: string };

/** Shows a list's pictures large in a dialog, one after the other. The browser keeps the focus in it and gives it back. */
export const lightbox = (list: Element): void => {
  const links = [...list.querySelectorAll<HTMLAnchorElement>('a[data-alternative]')];
  const told = JSON.parse((list as HTMLElement).dataset.lightbox ?? '{}') as Told;
  const box = build(told);
  let shown = 0;
  const show = (index: number): void => {
    shown = (index + links.length) % links.length;
    const link = links[shown];
    if (!link) return;
    box.stage.replaceChildren(large(link));
    const caption = link.parentElement?.querySelector('figcaption')?.cloneNode(true);
    box.caption.replaceChildren(...(caption?.childNodes ?? []));
    box.count.textContent = told.count.replace('{number}', String(shown + 1)).replace('{all}', String(links.length));
  };
  for (const [index, link] of links.entries()) {
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      show(index);
      document.body.append(box.dialog);
      box.dialog.showModal();
    });
  }
  const rtl = document.documentElement.dir === 'rtl' ? -1 : 1;
  box.previous.addEventListener('click', () => show(shown - 1));
  box.following.addEventListener('click', () => show(shown + 1));
  box.dialog.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') show(shown - rtl);
    if (key === 'ArrowRight') show(shown + rtl);
  });
  box.dialog.addEventListener('close', () => {
    box.dialog.remove();
    links[shown]?.focus();
  });
  box.dialog.addEventListener('click', ({ target }) => {
    if (target === box.dialog || target === box.stage) box.dialog.close();
  });
};

/** The picture that the page has, in the size of the screen. */
const large = (link: HTMLAnchorElement): Node => {
  const picture = link.querySelector('picture')?.cloneNode(true) as HTMLPictureElement | undefined;
  if (!picture) return document.createTextNode('');
  for (const source of picture.querySelectorAll('source, img')) source.setAttribute('sizes', '96vw');
  const image = picture.querySelector('img');
  image?.setAttribute('alt', link.dataset.alternative ?? '');
  image?.removeAttribute('loading');
  return picture;
};

const build = (told: Told) => {
  const dialog = document.createElement('dialog');
  dialog.className = 'lightbox';
  const make = <T extends keyof HTMLElementTagNameMap>(tag: T, name: string): HTMLElementTagNameMap[T] => {
    const element = document.createElement(tag);
    element.className = name;
    return element;
  };
  const button = (name: string, sign: string, label: string): HTMLButtonElement => {
    const element = make('button', name);
    element.type = 'button';
    element.textContent = sign;
    element.ariaLabel = label;
    return element;
  };
  const [stage, foot] = [make('div', 'stage'), make('p', 'under')];
  const [caption, count] = [make('span', 'caption'), make('span', 'count')];
  const close = button('close', '×', told.close);
  const [previous, following] = [button('previous', '←', told.previous), button('following', '→', told.following)];
  foot.setAttribute('role', 'status');
  foot.append(caption, count);
  dialog.append(close, stage, previous, following, foot);
  close.addEventListener('click', () => dialog.close());
  return { dialog, stage, caption, count, previous, following };
};
