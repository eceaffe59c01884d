// Shows times where the reader is. Without this file the server's own time and zone stand there.
const language = document.documentElement.lang || undefined;
const styles = {
  date: { dateStyle: 'long' },
  clock: { timeStyle: 'short' },
  both: { dateStyle: 'medium', timeStyle: 'short' },
};
const units = [['day', 86400000], ['hour', 3600000], ['minute', 60000]];

function ago(when) {
  const away = when - Date.now();
  const [unit, size] = units.find(([, size]) => Math.abs(away) >= size) ?? units.at(-1);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.trunc(away / size), unit);
}

function show(root) {
  for (const time of root.querySelectorAll('time[data-time]')) {
    const when = new Date(time.dateTime);
    if (Number.isNaN(when.getTime())) continue;
    const style = styles[time.dataset.time];
    const text = style ? new Intl.DateTimeFormat(language, style).format(when) : ago(when);
    if (time.textContent !== text) time.textContent = text;
  }
}

show(document);
setInterval(() => show(document), 60000);
document.addEventListener('swapped', event => show(event.detail));
