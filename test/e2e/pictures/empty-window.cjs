// A window for pictures: Electron without Buildtray.
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => new BrowserWindow({ width: 1240, height: 800 }).loadURL('about:blank'));
