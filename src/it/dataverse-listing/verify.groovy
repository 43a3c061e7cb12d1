def log = new File(basedir, 'build.log').text
def requests = context.server.requests()
def started = context.server.started()
context.server.close()

assert log.contains("Environment  contoso-test, Dataverse, ${context.server.url()}")
assert log.contains('Credentials  token, since STORY_TOKEN (named by <tokenVariable>) is set')
assert log =~ /List         target\/solution\/environment.json/
assert new File(basedir, 'target/solution/environment.json').isFile()

assert log.contains("<environment><authentication> is 'password'. Allowed are auto, clientSecret")

assert !requests.empty && started.empty
assert !log.contains('token-of-the-story')
return true
