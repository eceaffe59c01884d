// Copies or prints the six words. The buttons are hidden until this file knows that they can work.
const say = document.getElementById('say');

for (const button of document.querySelectorAll('button[data-copy]')) {
  const source = document.querySelector(button.dataset.copy);
  if (!source || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const items = [...source.querySelectorAll('li')].map(item => item.textContent.trim());
    const separator = source.matches('.codes') ? '\n' : ' ';
    try {
      await navigator.clipboard.writeText(items.length ? items.join(separator) : source.textContent.trim());
      if (say) say.textContent = button.dataset.copied;
      const label = button.querySelector('span') ?? button;
      label.textContent = button.dataset.copied;
    } catch {
      getSelection()?.selectAllChildren(source);
    }
  });
}

for (const button of document.querySelectorAll('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
