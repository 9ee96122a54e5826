// Runs in Electron: Chromium draws each SVG file at each size. See scripts/render-icons.mjs.
const fs = require('node:fs');
const path = require('node:path');
const { app, BrowserWindow } = require('electron');

const assets = path.join(__dirname, '../../assets');

/** Pixels at scale 1; Electron finds the picture for a sharper screen by its name, `NAME@2x.png`. */
const TRAY_SIZES = { '': 22, '-16': 16, '-24': 24 };

/** What is drawn for a light panel, and its counterpart for a dark one. */
const DARK_PANEL = {
  '#33383f': '#eceff3',
  '#5c6370': '#aeb5bf',
  '#1971c2': '#74c0fc',
  '#2b8a3e': '#69db7c',
  '#d9480f': '#ffa94d',
  '#7048e8': '#c0aaff',
  '#946200': '#ffd43b',
  '#c92a2a': '#ff8787',
};

function pictures() {
  const list = [{ file: 'icon.png', svg: read('icon.svg'), size: 512 }];
  for (const name of fs.readdirSync(path.join(assets, 'tray'))) {
    if (!name.endsWith('.svg')) continue;
    const kind = path.basename(name, '.svg');
    const light = read(`tray/${name}`);
    for (const [theme, svg] of [
      ['', light],
      ['-dark', forDarkPanel(light)],
    ])
      for (const [suffix, size] of Object.entries(TRAY_SIZES))
        for (const [scale, factor] of [
          ['', 1],
          ['@2x', 2],
        ])
          list.push({
            file: `tray/${kind}${theme}${suffix}${scale}.png`,
            svg,
            size: size * factor,
          });
  }
  return list;
}

function read(name) {
  return fs.readFileSync(path.join(assets, name), 'utf8');
}

function forDarkPanel(svg) {
  return svg.replace(/#[0-9a-f]{6}/g, (colour) => {
    if (!(colour in DARK_PANEL)) throw new Error(`no counterpart for ${colour} on a dark panel`);
    return DARK_PANEL[colour];
  });
}

/** Runs in the page. */
async function draw(svg, size) {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg.replace('<svg ', `<svg width="${size}" height="${size}" `))}`;
  await image.decode();
  const canvas = new OffscreenCanvas(size, size);
  canvas.getContext('2d').drawImage(image, 0, 0, size, size);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return Array.from(new Uint8Array(await blob.arrayBuffer()));
}

async function main() {
  await app.whenReady();
  const window = new BrowserWindow({ show: false });
  await window.loadURL('about:blank');
  for (const { file, svg, size } of pictures()) {
    const call = `(${draw.toString()})(${JSON.stringify(svg)}, ${size})`;
    const bytes = await window.webContents.executeJavaScript(call);
    fs.writeFileSync(path.join(assets, file), Uint8Array.from(bytes));
  }
  app.quit();
}

main().catch((error) => {
  console.error(error);
  app.exit(1);
});
