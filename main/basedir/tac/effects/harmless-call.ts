/**
 * What a file may call to find its settings: it changes nothing outside the file. Whatever is not here
 * counts as an effect, so that nothing new goes unnoticed.
 */
const HARMLESS_FUNCTIONS: readonly RegExp[] = [
  /^(abs|all|any|ascii|bin|bool|bytearray|bytes|callable|chr|dict|divmod|enumerate|float)$/,
  /^(format|frozenset|getattr|hasattr|hash|hex|id|int|isinstance|issubclass|iter|len|list|max)$/,
  /^(min|next|object|oct|ord|pow|range|repr|reversed|round|set|sorted|str|sum|super|tuple|type|vars)$/,
  /^(zip|unicode|xrange|long|unichr|basestring|globals|locals|dir)$/,
  /^os\.path\./,
  /^os\.(getenv|getcwd|getcwdu|getpid|getppid|getuid|geteuid|getgid|getlogin|uname|cpu_count)$/,
  /^os\.(listdir|stat|lstat|access|sysconf|getloadavg|sched_getaffinity|fspath|strerror)$/,
  /^os\.environb?\.(get|keys|values|items|copy|has_key|iteritems|iterkeys)$/,
  // They decide which modules are found, and those are looked at where they are imported.
  /^sys\.path\.(append|insert|extend|remove)$/,
  /^sys\.(getwindowsversion|getfilesystemencoding|getdefaultencoding|getrecursionlimit)$/,
  /^socket\.(gethostname|getfqdn|gethostbyname|gethostbyaddr|inet_aton|inet_ntoa)$/,
  /^(platform|re|string|math|random|uuid|hashlib|base64|binascii|textwrap|fnmatch|shlex)\./,
  /^(itertools|functools|operator|collections|copy|datetime|struct|urllib\.parse|urlparse)\./,
  /^(json|ast|yaml|toml|tomllib)\.(load|loads|dumps|literal_eval|safe_load)$/,
  /^(pathlib|configparser|ConfigParser)\.\w+$/,
  /^pathlib\.Path\.(home|cwd)$/,
  /^time\.(time|strftime|localtime|gmtime|monotonic|ctime)$/,
  /^(glob\.i?glob|getpass\.getuser|multiprocessing\.cpu_count|tempfile\.gettempdir)$/,
  /^(pwd\.getpw(uid|nam)|grp\.getgr(gid|nam)|locale\.getpreferredencoding|netrc\.netrc)$/,
  /^(codecs\.(encode|decode|lookup)|io\.StringIO|StringIO\.StringIO)$/,
  // Made to be raised; that is looked at by itself.
  /^\w*(Error|Exception|Exit|Interrupt)$/,
  /^twisted\.python\.(util\.sibpath|filepath\.FilePath)$/,
];

/** What the values that those return are asked for. */
const HARMLESS_METHODS = new Set(
  `as_posix absolute capitalize casefold center child children close copy count decode encode endswith
   exists expanduser expandtabs find format format_map get getContent getboolean getfloat getint group
   groupdict groups has_key has_option has_section hex index is_dir is_file is_integer isalnum isalpha
   isdigit isfile isdir islower isspace isupper items iteritems join joinpath keys ljust lower lstrip
 match partition path read read_bytes read_file read_string read_text readline readlines replace
   resolve rfind rjust rpartition rsplit rstrip search sections split splitlines startswith
   strftime strip sub swapcase title total_seconds translate upper values with_name with_suffix zfill`.split(
    /\s+/,
  ),
);

/** What changes a list, a dictionary or a set of the file's own. */
const CHANGING_METHODS = new Set(
  'add append clear discard extend insert pop popitem remove reverse setdefault sort update'.split(
    ' ',
  ),
);

/** Whether a function of this full name changes nothing outside the file. */
export function isHarmlessFunction(name: string): boolean {
  return HARMLESS_FUNCTIONS.some((pattern) => pattern.test(name));
}

/** Whether a method of this name changes nothing, whatever plain value has it. */
export function isHarmlessMethod(name: string): boolean {
  return HARMLESS_METHODS.has(name);
}

/** Whether a method of this name changes nothing but the value that has it. */
export function isChangingMethod(name: string): boolean {
  return CHANGING_METHODS.has(name);
}
