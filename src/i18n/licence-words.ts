/** The words of the list of licences that a built site carries. */
export const licenceWords = {
  title: (site: string) => `${site}：随网页发给读者的第三方软件和数据的许可`,
  note: '这份名单由构建程序从实际打包的模块和所用的数据得出，许可文本照各软件包原样附上。本站自己的代码用MIT许可，文字和数据用CC BY 4.0许可。',
  ships: { script: '打包在脚本里', program: '检索的程序和索引', data: '由其数据得出的检索用表' },
  licence: '许可',
  from: '用途',
  holds:
    '检索程序的WebAssembly文件（pagefind/wasm.*.pagefind）照发布者编译的原样附上，由下列Rust软件包编译而成；各自的源代码：',
  compiled: '其中许可要求随文件附上全文的，附在下面。再分发这个文件的人，也要一并告知源代码在哪里。',
} as const;
