// What every page has: the text size without a reload, the copy of an address, the worker that keeps lists. All of it works
// without, or isn't there. Its types are in comments and checked by `tsc -p adapters/web/assets`.

const size = document.getElementById('text-size');
const YEAR_OF_SECONDS = 365 * 24 * 3600;

if (size instanceof HTMLFormElement) {
  size.addEventListener('submit', (event) => {
    event.preventDefault();
    const button = size.querySelector('button');
    const large = document.documentElement.classList.toggle('large');
    // biome-ignore lint/suspicious/noDocumentCookie: the other way isn't there over plain http.
    document.cookie = `qingdan-text=${large ? 'large' : 'normal'}; Path=/; Max-Age=${YEAR_OF_SECONDS}; SameSite=Lax`;
    if (button === null) return;
    button.value = large ? 'normal' : 'large';
    button.textContent = (large ? button.dataset.normal : button.dataset.large) ?? '';
  });
}

const copy = document.querySelector('button.copy');
if (copy instanceof HTMLButtonElement && navigator.clipboard !== undefined) {
  copy.hidden = false;
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(location.href);
    copy.textContent = '✓';
    copy.title = location.href;
  });
}

// Sources stand open on paper.
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('.sources details')) details.setAttribute('open', '');
});

// Where there is no worker (plain http), everything but reading without a network works.
if ('serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js').catch(() => {});
