// What a key means on the map. With Ctrl, Alt or the system's key it stays the browser's.
const arrows = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

// act: {step(direction), section(by), toggle(), zoom(factor), fit(), list(), proposal(number)}
export function listenToKeys(element, act) {
  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const done = () => {
      if (arrows[event.key]) return act.step(arrows[event.key]);
      switch (event.key) {
        case 'PageUp': return act.section(-1);
        case 'PageDown': return act.section(1);
        case 'Enter':
        case ' ': return act.toggle();
        case '+':
        case '=': return act.zoom(1.4);
        case '-':
        case '_': return act.zoom(1 / 1.4);
        case '0':
        case 'f':
        case 'F': return act.fit();
        case 'l':
        case 'L': return act.list();
        case '1':
        case '2':
        case '3': return act.proposal(Number(event.key));
        default: return false;
      }
    };
    if (done() !== false) event.preventDefault();
  });
}
