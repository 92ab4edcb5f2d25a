// While the bank has not answered: looks again and again whether it has, and then loads the page anew. The page of the tickets
// brings its own style and policy, so it cannot be put in this one's place.
const every = 2000; // ms

async function look(link) {
  try {
    const answer = await fetch(link.href, { cache: 'no-store' });
    if (!(await answer.text()).includes(`id="${link.id}"`)) return location.reload();
  } catch { /* no connection: the next look may have one */ }
  return setTimeout(look, every, link);
}

setTimeout(look, every, document.getElementById('look-again'));
