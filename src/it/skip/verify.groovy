def log = new File(basedir, 'build.log').text
for (goal in ['import', 'verify', 'inspect', 'list', 'publish']) {
    assert log.contains("solution:$goal is skipped because solution.skip is true.")
}
assert !new File(basedir, 'target/solution').exists()
