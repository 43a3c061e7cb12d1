def log = new File(basedir, 'build.log').text
assert log.contains("The environment 'rehearsel' is not known. Declared are: rehearsal, cloud, shared")
assert log.contains('Several environments are declared (rehearsal, cloud, shared), and none is chosen.')
assert log.contains('A Dataverse environment (https:) is not supported by this version')
assert log.contains('An embedded environment on a shared database (jdbc:postgresql:) is not supported by this version')
assert log.contains("'ftp://contoso.example' has a URL of an unknown kind")
assert !new File(basedir, 'target/solution').exists()
