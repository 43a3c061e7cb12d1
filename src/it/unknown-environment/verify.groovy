def log = new File(basedir, 'build.log').text
assert log.contains("The environment 'rehearsel' is unknown. Declared are: rehearsal, cloud, shared")
assert log.contains('Several environments are declared (rehearsal, cloud, shared), but none is chosen.')
assert log.contains("settings.xml has no <server> with the id 'contoso', which the environment 'cloud' (https://contoso.crm4.dynamics.com) names.")
assert log.contains('An embedded environment on a shared database (jdbc:postgresql:) is not supported by this version')
assert log.contains("'ftp://contoso.example' has a URL of an unknown kind")
assert log.contains('Maven is offline (-o, or <offline> in settings.xml), and the environment https://contoso-test.crm4.dynamics.com')
assert !new File(basedir, 'target/solution/environment.db').exists()
