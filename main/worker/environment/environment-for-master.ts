/**
 * The variables that a master receives, by name and in capitals: what decides how programs are found, built
 * and spelled on this machine, and nothing else. Builds see more.
 */
const NAMES: ReadonlySet<string> = new Set([
  // The user and the shell.
  ...['HOME', 'USER', 'LOGNAME', 'SHELL', 'TERM', 'TZ', 'LANG', 'LANGUAGE', 'DISPLAY', 'PWD'],
  ...['HOSTNAME', 'HOSTTYPE', 'MACHTYPE', 'OSTYPE', 'TMPDIR', 'TEMP', 'TMP', 'EDITOR'],
  // Where programs and libraries are.
  ...['PATH', 'MANPATH', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'PKG_CONFIG_PATH', 'PYTHONPATH'],
  ...['VIRTUAL_ENV', 'CONDA_PREFIX', 'JAVA_HOME', 'GOPATH', 'GOROOT', 'CARGO_HOME', 'RUSTUP_HOME'],
  ...['ANDROID_HOME', 'ANDROID_SDK_ROOT', 'QTDIR', 'QT_DIR', 'BOOST_ROOT', 'CUDA_PATH'],
  // Compilers.
  ...['CC', 'CXX', 'CPP', 'LD', 'AR', 'CFLAGS', 'CXXFLAGS', 'CPPFLAGS', 'LDFLAGS', 'MAKEFLAGS'],
  ...['INCLUDE', 'LIB', 'LIBPATH', 'SDKROOT', 'DEVELOPER_DIR', 'MACOSX_DEPLOYMENT_TARGET'],
  // Windows.
  ...['OS', 'COMSPEC', 'PATHEXT', 'SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'HOMEDRIVE', 'HOMEPATH'],
  ...['USERPROFILE', 'USERNAME', 'COMPUTERNAME', 'APPDATA', 'LOCALAPPDATA', 'PROGRAMDATA'],
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'PROGRAMW6432', 'COMMONPROGRAMFILES'],
  ...['NUMBER_OF_PROCESSORS', 'VSINSTALLDIR', 'VCINSTALLDIR', 'WINDOWSSDKDIR'],
]);
const SHAPES = /^(LC_[A-Z]+|PROCESSOR_[A-Z]+|PROCESSOR_ARCHITEW6432|VS\d+COMNTOOLS)$/;

/** Of the environment that builds see, what the master receives. */
export function environmentForMaster(
  forBuilds: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(forBuilds).filter(([name]) => isForMaster(name)));
}

/** Of the environment that builds see, the names that the master does not receive. */
export function namesOnlyForBuilds(forBuilds: Readonly<Record<string, string>>): string[] {
  return Object.keys(forBuilds).filter((name) => !isForMaster(name));
}

function isForMaster(name: string): boolean {
  const upper = name.toUpperCase();
  return NAMES.has(upper) || SHAPES.test(upper);
}
