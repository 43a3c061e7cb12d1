context.server.stop(0)
def log = new File(basedir, 'build.log').text
def secret = 's3cret-of-the-story'
def settings = new File(basedir, 'settings-of-the-story.xml').text
def ciphertext = (settings =~ /\{(.+)\}/)[0][1]

assert log.contains("Credentials  clientSecret, since the server 'contoso' of settings.xml has a password")
// Maven 4 finds out by itself, before any plugin runs.
assert log.contains("The <server> 'contoso' of settings.xml can't be used: it can't be decrypted") || log.contains('Error building settings')

def ours = log.readLines().findAll { !it.contains('Could not decrypt password') }.join('\n')
assert !log.contains(secret)
assert !ours.contains(ciphertext)
assert !context.received.any { it.contains(secret) || it.contains(ciphertext) }
return true
