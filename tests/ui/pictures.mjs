// Pictures of a page: taken twice in one run and laid upon one another. None is kept.

/** Where the drawings of the page are, in the page's own pixels. */
export const drawingsOf = (page) => page.evaluate(() => [...document.querySelectorAll('svg, img')]
  .filter((each) => each.checkVisibility({ checkVisibilityCSS: true }))
  .map((each) => each.getBoundingClientRect())
  .map(({ x, y, width, height }) => ({ x: x + scrollX, y: y + scrollY, width, height })));

/** Every line of text, and where it is. */
export const textOf = (page) => page.evaluate(() => {
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || node.parentElement.closest('svg, script, style')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { x, y } of range.getClientRects()) lines.push(`${node.data.trim().slice(0, 40)} at ${Math.round(x + scrollX)}, ${Math.round(y + scrollY)}`);
  }
  return lines;
});

export const pictureOf = async (page) => (await page.screenshot({ fullPage: true, animations: 'disabled' })).toString('base64');

/** How much of two pictures differs outside the boxes, and inside: shares of one. `desk` is a page where script may run. */
export function compared(desk, one, other, boxes) {
  return desk.evaluate(async ({ pictures, boxes }) => {
    const [first, second] = await Promise.all(pictures.map(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const { width, height } = image;
      const brush = new OffscreenCanvas(width, height).getContext('2d');
      brush.drawImage(image, 0, 0);
      return { width, height, pixels: brush.getImageData(0, 0, width, height).data };
    }));
    const { width, height } = first;
    if (width !== second.width || height !== second.height) return { sizes: [width, height, second.width, second.height] };
    const drawn = new Uint8Array(width * height);
    for (const box of boxes) {
      const [left, right] = [Math.max(0, Math.floor(box.x) - 1), Math.min(width, Math.ceil(box.x + box.width) + 1)];
      const bottom = Math.min(height, Math.ceil(box.y + box.height) + 1);
      for (let y = Math.max(0, Math.floor(box.y) - 1); y < bottom; y += 1) drawn.fill(1, y * width + left, y * width + right);
    }
    const [all, changed] = [[0, 0], [0, 0]];
    for (let at = 0; at < drawn.length; at += 1) {
      const far = [0, 1, 2].some((channel) => Math.abs(first.pixels[4 * at + channel] - second.pixels[4 * at + channel]) > 8);
      all[drawn[at]] += 1;
      if (far) changed[drawn[at]] += 1;
    }
    const [outside, inside] = changed.map((count, where) => count / Math.max(all[where], 1));
    return { outside, inside };
  }, { pictures: [one, other], boxes });
}
