def log = new File(basedir, 'build.log').text
def received = context.server.secretsReceived()
context.server.close()
context.machine.stop(0)

// There is something to find: every mode signed in, with what it has, and was refused only then.
def errors = log.readLines().findAll { it.startsWith('[ERROR]') && it.contains('lacks the privilege prvReadOrganization') }
assert errors.size() == 8 : 'of the errors: ' + log.readLines().findAll { it.startsWith('[ERROR]') || it.startsWith('Error') }.unique().take(12).collect { it.take(400) }.join('\n')
assert log.contains('[DEBUG]') && log.contains('BUILD FAILURE')
assert received.contains('S3cret~of.the-application')
assert received.containsAll(context.tokens)
def assertions = received.findAll { it.startsWith('eyJ') }
assert assertions.size() == 2
assert received.any { it.startsWith('federated-') }

def settings = new File(basedir, 'settings-of-the-story.xml').text
def ciphertexts = (settings =~ /\{(.{20,})\}/).collect { it[1] }
assert ciphertexts.size() == 2
def secrets = (received + context.secrets + ciphertexts + context.key.take(64)).findAll { it }
// As they are sent, too.
secrets += secrets.collect { URLEncoder.encode(it, 'UTF-8') } + secrets.collect { it.bytes.encodeBase64() as String }

// What the build wrote, and not what it was given.
def given = ['server', 'home', 'bin', 'application.pem', 'application.p12']
def written = [new File(basedir, 'build.log')]
new File(basedir, 'target').eachFile { if (!(it.name in given)) it.eachFileRecurse { file -> if (file.isFile()) written << file } }
assert written*.name.contains('summary.json')
written.each { file ->
    def text = file.getText('ISO-8859-1')
    secrets.each { assert !text.contains(it) : "$file.name shows $it" }
}
return true
