/**
 * What a value that is plainly a secret looks like, whatever its variable is called: the forms that those
 * who issue them publish.
 */
const TOKEN_SHAPES: readonly (readonly [string, string])[] = [
  ['gh[opusr]_[A-Za-z0-9]{30,}', 'GitHub'],
  ['github_pat_\\w{20,}', 'GitHub'],
  ['gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|oas)-[\\w.-]{20,}', 'GitLab'],
  ['xox[abceoprs]-[\\w-]{10,}', 'Slack'],
  ['xapp-\\d-[\\w-]{10,}', 'Slack'],
  ['A(?:KIA|SIA|BIA|CCA)[A-Z0-9]{16}(?![A-Z0-9])', 'Amazon'],
  ['AIza[\\w-]{35}', 'Google'],
  ['GOCSPX-[\\w-]{20,}', 'Google'],
  ['ya29\\.[\\w-]{20,}', 'Google'],
  ['[rs]k_(?:live|test)_[A-Za-z0-9]{16,}', 'Stripe'],
  ['sk-(?:proj-|ant-|svcacct-)[\\w-]{20,}', 'OpenAI, Anthropic'],
  ['sk-[A-Za-z0-9]{40,}', 'OpenAI'],
  ['npm_[A-Za-z0-9]{36}', 'npm'],
  ['pypi-AgE[\\w-]{20,}', 'PyPI'],
  ['rubygems_[a-f0-9]{48}', 'RubyGems'],
  ['dckr_(?:pat|oat)_[\\w-]{20,}', 'Docker'],
  ['do[opr]_v1_[a-f0-9]{64}', 'DigitalOcean'],
  ['hv[sbr]\\.[\\w-]{24,}', 'Vault'],
  ['hf_[A-Za-z]{30,}', 'Hugging Face'],
  ['SG\\.[\\w-]{16,}\\.[\\w-]{16,}', 'SendGrid'],
  ['shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}', 'Shopify'],
  ['AGE-SECRET-KEY-1[A-Z0-9]{20,}', 'age'],
  ['eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}\\.[\\w-]*', 'a JSON Web Token'],
];

/** A token begins a word: `task-…` holds none. One pattern, so that a long value is gone through once. */
const TOKEN = new RegExp(`(?<![\\w-])(?:${TOKEN_SHAPES.map(([shape]) => shape).join('|')})`);
const ALL_TOKENS = new RegExp(TOKEN.source, 'g');

const OTHER_SHAPES: readonly RegExp[] = [
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/,
  // The password of an address: `scheme://user:password@host`.
  /:\/\/[^\s/?#@:]*:[^\s/?#@]+@/,
  // The same without its scheme, as proxies are written.
  /^[^\s/@:]+:[^\s/@:]+@[\w.-]+(?::\d+)?\/?$/,
  /^(?:authorization: *)?(?:Bearer|Basic) +[\w+/=.~-]{12,}$/i,
  // Connection strings of databases and of Azure, also as the query of an address.
  /(?:^|[;&?\s])(?:password|passwd|pwd|account ?key|shared ?access ?key)\s*=\s*[^;&\s]/i,
  // The same in JSON, as Docker and service accounts keep them.
  /"(?:password|passwd|pwd|secret|client_?secret|(?:access_?|refresh_?|auth_?)?token|auth)"\s*:\s*"[^"]/i,
  // An address whose signature is the right to use it.
  /[?&](?:sig|signature|x-amz-signature|x-goog-signature)=[\w%+/=-]{16}/i,
  // Whoever knows such an address may write there.
  /hooks\.slack\.com\/(?:services|workflows)\//,
  /discord(?:app)?\.com\/api\/webhooks\//,
  /webhook\.office\.com\//,
];

/** A text with something else in the place of each token in it. */
export function hideTokens(text: string, stars: string): string {
  return text.replaceAll(ALL_TOKENS, stars);
}

/** Whether a value is plainly a token, a private key, or an address with a password. */
export function isSecretValue(value: string): boolean {
  return TOKEN.test(value) || OTHER_SHAPES.some((shape) => shape.test(value));
}
