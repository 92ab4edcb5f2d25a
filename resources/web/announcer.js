// Says what happened to who listens: one polite live region, filled a moment after it is there.
export class Announcer {
  constructor(parent) {
    this.region = document.createElement('div');
    this.region.className = 'only-heard';
    this.region.setAttribute('aria-live', 'polite');
    this.region.setAttribute('role', 'status');
    parent.append(this.region);
  }

  // The same words twice are said twice.
  say(text) {
    this.region.textContent = '';
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.region.textContent = text; }, 50);
  }
}
