// Puts the main part of another answer of this server in the place of this page's, so that what was typed, the address
// and the scripts stay; who starts something on a page says so with onPage().
const starters = [];

// Runs now, and again after every swap.
export function onPage(start) {
  starters.push(start);
  start();
}

// False when the text is no page of ours.
export function swapPage(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const main = page.querySelector('main');
  if (!main) return false;
  document.title = page.title;
  document.querySelector('main').replaceWith(document.adoptNode(main));
  for (const start of starters) start();
  const first = main.querySelector('[aria-invalid=true]') ?? main.querySelector('h1');
  if (first?.localName === 'h1') first.tabIndex = -1;
  first?.focus();
  return true;
}
