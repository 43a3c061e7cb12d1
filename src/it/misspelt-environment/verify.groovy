def log = new File(basedir, 'build.log').text
for (goal in ['list', 'plan', 'import', 'apply-upgrade', 'publish']) {
    assert log =~ /Tried to run solution:$goal in embedded, envs\/prdo.db but failed because: it is a new, empty environment/
}
assert log.contains('Environment  embedded, envs/prdo.db, a new, empty environment')
assert log.count('Plan         36 added, 0 changed') == 2
assert log.contains('ContosoBase is not in the environment, and requireInstalled is true')
assert !new File(basedir, 'envs').exists()
