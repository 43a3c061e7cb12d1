def log = new File(basedir, 'build.log').text
assert !log.contains('already attached')
def installed = new File(localRepositoryPath, 'com/example/logs-attached/1.0')
assert new File(installed, 'logs-attached-1.0-import-log-embedded-ContosoBase.xml').isFile()
assert new File(installed, 'logs-attached-1.0-import-result-embedded-ContosoBase.json').isFile()
