import groovy.json.JsonSlurper

def outcomes = ['first', 'second'].collect { module ->
    def result = new File(basedir, "$module/target/solution/shared/ContosoBase/latest/import-result.json")
    new JsonSlurper().parse(result, 'UTF-8').outcome
}
assert outcomes.sort() == ['INSTALLED', 'SKIPPED_SAME_VERSION']
assert new File(basedir, 'shared.db').isFile()
assert new File(basedir, 'build.log').text.count("Verified     ") == 2
