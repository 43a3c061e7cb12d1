def log = new File(basedir, 'build.log').text
assert !new File(basedir, 'pom.xml').exists()
assert log.contains('Environment  embedded, target/solution/environment.db')
assert log =~ /Result       INSTALLED in/
assert log.contains('Log          target/solution/embedded/ContosoBase/1-import/import-log.xml\n') || log.contains('import-log.xml\r\n')
assert new File(basedir, 'target/solution/embedded/ContosoBase/latest/import-result.json').isFile()
assert new File(basedir, 'target/solution/inspection.json').isFile()
assert new File(basedir, 'target/solution/environment.json').isFile()
assert !new File(basedir, '${project.basedir}').exists()
