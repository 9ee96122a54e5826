import { describe, expect, it } from 'vitest';
import { groupDirsFrom } from '../../../../../../main/worker/process/guardian/own-group.ts';

/** Lines of /proc/PID/mountinfo. */
const UNIFIED = '30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate';
const HYBRID = '31 23 0:27 / /sys/fs/cgroup/unified rw shared:5 - cgroup2 cgroup2 rw';
const NAMED =
  '32 23 0:28 / /sys/fs/cgroup/systemd rw shared:6 - cgroup cgroup rw,xattr,name=systemd';
const PIDS = '33 23 0:29 / /sys/fs/cgroup/pids rw shared:7 - cgroup cgroup rw,pids';

describe('the directories of the groups that a process is in', () => {
  it.each([
    {
      when: 'one hierarchy holds everything',
      groups: '0::/user.slice/user-1000.slice/app.scope\n',
      mounts: [UNIFIED],
      dirs: ['/sys/fs/cgroup/user.slice/user-1000.slice/app.scope'],
    },
    {
      when: 'the old hierarchies are beside the unified one, which comes first',
      groups: '9:name=systemd:/a\n8:pids:/b\n4:memory:/c\n0::/d\n',
      mounts: [PIDS, NAMED, HYBRID],
      dirs: ['/sys/fs/cgroup/unified/d', '/sys/fs/cgroup/systemd/a', '/sys/fs/cgroup/pids/b'],
    },
    {
      when: 'a container sees a part of the hierarchy',
      groups: '0::/docker/1/build\n',
      mounts: [UNIFIED.replace(' / ', ' /docker/1 ')],
      dirs: ['/sys/fs/cgroup/build'],
    },
    {
      when: 'the group lies outside of what is mounted',
      groups: '0::/docker/12\n',
      mounts: [UNIFIED.replace(' / ', ' /docker/1 ')],
      dirs: [],
    },
    { when: 'nothing is mounted', groups: '0::/a\n', mounts: [], dirs: [] },
    { when: 'the system has no groups', groups: '', mounts: [UNIFIED], dirs: [] },
  ])('when $when', ({ groups, mounts, dirs }) => {
    expect(groupDirsFrom(groups, mounts.join('\n'))).toEqual(dirs);
  });
});
