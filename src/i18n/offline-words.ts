/** How much of the site a browser keeps, rounded, in megabytes: what is sent, and what it takes up. */
const SIZE = { sent: 1.8, kept: 6 } as const;

/** Interface words on reading without a network. */
export const offlineWords = {
  size: SIZE,
  missing: {
    title: '这一页没有存下',
    lead: '现在没有网络，这个地址上的内容没有存在浏览器里：可能是地址抄错了，也可能要等有网络时再打开。存下的网页都能读，也能检索。',
  },
  about: {
    title: '离线',
    kept: `打开过任意一页以后，浏览器会在后台把全部网页和检索要用的文件存下来，以后没有网络也能读、能检索。第一次要传输约${SIZE.sent}MB，存下后占约${SIZE.kept}MB；以后本站有更新，只传输变了的文件，上一版到再下一次更新时删去。有网络时，网页总是先取最新的。可以下载的文件下载过才存。`,
    off: '这要求本站以https打开（在本机用localhost也行）、浏览器允许本站存东西；以http打开，或者浏览器不允许（例如有的无痕窗口），就什么也不存，没有网络时也打不开。浏览器设为节省流量时也不存。存下的内容只在读者自己的浏览器里，不带出任何信息；不想留着，在浏览器的设置里清除本站的数据就没有了。',
  },
} as const;
