// Name and e-mail address as typed, kept for this visit in this browser window: an expired hold or a reload costs no
// typing. Nothing else is kept, and a closed window forgets it.
const key = 'parterre.buyer';
const fields = ['email', 'name'];

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}');
  } catch {
    return {};
  }
}

export function rememberBuyer(form) {
  const kept = read();
  for (const name of fields) {
    const input = form.querySelector(`input[name=${name}]`);
    if (!input) continue;
    if (input.value === '' && typeof kept[name] === 'string') input.value = kept[name];
    input.addEventListener('input', () => {
      try {
        sessionStorage.setItem(key, JSON.stringify({ ...read(), [name]: input.value }));
      } catch { /* storage is off: the page itself keeps it */ }
    });
  }
}
