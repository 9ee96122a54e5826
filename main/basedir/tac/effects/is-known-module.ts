/**
 * Modules that come with Python, of any version, whose import changes nothing. `commands` and the like are
 * Python 2's.
 */
const OF_PYTHON = new Set(
  `__future__ abc argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 calendar
   cmath codecs collections commands concurrent configparser ConfigParser contextlib cookielib copy
   cPickle cStringIO csv ctypes datetime decimal difflib dis distutils email encodings enum errno fcntl
   filecmp fnmatch fractions ftplib functools gc getopt getpass gettext glob grp gzip hashlib heapq hmac
   html http httplib imaplib importlib inspect io ipaddress itertools json keyword linecache locale
   logging lzma md5 mimetypes mmap msvcrt multiprocessing netrc ntpath numbers operator optparse os
   pathlib pickle pkgutil platform plistlib popen2 posix posixpath pprint pwd queue Queue random re
   readline resource runpy sched secrets select selectors sets sha shelve shlex shutil signal site smtplib
   socket sqlite3 ssl stat statistics string StringIO struct subprocess sys sysconfig syslog tarfile
   tempfile textwrap thread threading time timeit tokenize tomllib traceback types typing unicodedata
   unittest urllib urllib2 urlparse uuid warnings weakref winreg _winreg xml xmlrpc xmlrpclib zipfile zlib
   zoneinfo`.split(/\s+/),
);

/** What a worker's file is about: to import it brings nothing else about. */
const OF_BUILDBOT = new Set(['buildbot', 'buildbot_worker', 'buildslave', 'twisted', 'zope']);

/** Whether the import of a module, by its full name, is known to change nothing. */
export function isKnownModule(module: string): boolean {
  const [top = ''] = module.split('.');
  return OF_PYTHON.has(top) || OF_BUILDBOT.has(top);
}
