import type { SyntaxNode } from '@lezer/common';
import { childrenOf, descendantsOf } from '../tac/python/python-tree.ts';

/** Functions and types that have another name in Python 3, and the same meaning. */
export const RENAMED_BUILTINS: Readonly<Record<string, string>> = {
  basestring: 'str',
  file: 'open',
  long: 'int',
  raw_input: 'input',
  unichr: 'chr',
  unicode: 'str',
  xrange: 'range',
};

/** Functions and types of Python 2 that Python 3 has nothing for, or something with another meaning. */
export const LOST_BUILTINS: ReadonlySet<string> = new Set(
  'apply buffer cmp coerce execfile intern reduce reload StandardError'.split(' '),
);

/** Modules that have another name in Python 3, and the same contents. */
export const RENAMED_MODULES: Readonly<Record<string, string>> = {
  __builtin__: 'builtins',
  _winreg: 'winreg',
  commands: 'subprocess',
  ConfigParser: 'configparser',
  cookielib: 'http.cookiejar',
  cPickle: 'pickle',
  cStringIO: 'io',
  httplib: 'http.client',
  Queue: 'queue',
  SocketServer: 'socketserver',
  StringIO: 'io',
  thread: '_thread',
  urlparse: 'urllib.parse',
  xmlrpclib: 'xmlrpc.client',
};

/** Modules of Python 2 that Python 3 has nothing for, or whose contents are divided among others. */
export const LOST_MODULES: ReadonlySet<string> = new Set(
  `anydbm Bastion BaseHTTPServer bsddb CGIHTTPServer commands compiler Cookie copy_reg dbhash dircache
   dl DocXMLRPCServer dumbdbm exceptions fpformat gdbm hotshot htmlentitydefs htmllib HTMLParser ihooks
   imputil md5 mhlib mimetools MimeWriter mimify multifile mutex new popen2 posixfile repr rexec rfc822
   robotparser ScrolledText sets sgmllib sha SimpleHTTPServer SimpleXMLRPCServer statvfs stringold
   Tkinter toaiff urllib2 user UserDict UserList UserString whichdb xmllib`.split(/\s+/),
);

/** What was in a module, by its full name, and is not there in Python 3. */
export const LOST_MEMBERS =
  /^(string\.(join|split|letters|lowercase|uppercase|maketrans|atoi|atol|atof|replace|strip|lower|upper|find|zfill)|urllib\.(urlopen|urlretrieve|urlencode|quote|quote_plus|unquote|unquote_plus|pathname2url|FancyURLopener|URLopener)|itertools\.(izip|imap|ifilter|izip_longest|ifilterfalse)|os\.(popen2|popen3|popen4|tmpnam|tempnam|getcwdu)|sys\.(maxint|setdefaultencoding|exc_clear|exc_type|exc_value)|types\.(StringType|UnicodeType|StringTypes|ListType|DictType|IntType|TupleType)|operator\.(isCallable|sequenceIncludes)|subprocess\.getstatus)$/;

/** Methods with another name in Python 3, and the same meaning where they were used in a loop. */
export const RENAMED_METHODS: Readonly<Record<string, string>> = {
  iteritems: 'items',
  iterkeys: 'keys',
  itervalues: 'values',
};

/** Names that the file gives a meaning of its own, wherever it does. */
export function ownNames(top: SyntaxNode, text: string): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (node: SyntaxNode): void => {
    if (node.name === 'VariableName') names.add(text.slice(node.from, node.to));
  };
  top.cursor().iterate(({ node }) => {
    switch (node.name) {
      case 'AssignStatement': {
        const parts = childrenOf(node);
        const last = parts.findLastIndex(({ name }) => name === 'AssignOp');
        for (const target of parts.slice(0, Math.max(last, 0))) {
          for (const name of descendantsOf(target, 'VariableName')) add(name);
        }
        break;
      }
      case 'ForStatement':
      case 'ImportStatement':
      case 'ParamList':
        for (const child of childrenOf(node)) add(child);
        break;
      case 'FunctionDefinition':
      case 'ClassDefinition':
        for (const child of childrenOf(node).slice(0, 3)) add(child);
        break;
    }
  });
  return names;
}
