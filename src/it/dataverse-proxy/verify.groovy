def log = new File(basedir, 'build.log').text
// Maven itself may look for snapshots through the proxy, too.
def asked = context.proxy.asked().findAll { it =~ /contoso|login/ }
def requests = context.server.requests()
context.proxy.close()
context.server.close()
def (withoutBasic, through, direct, offline) = log.split('Scanning for projects').drop(1)
def environment = 'CONNECT contoso-test.crm4.dynamics.com:443'
def signIn = 'CONNECT login.microsoftonline.com:443'

assert withoutBasic.contains('the proxy rejects the credentials, it asks for Basic realm="contoso"')
assert withoutBasic.contains('-Djdk.http.auth.tunneling.disabledSchemes="" into .mvn/jvm.config or MAVEN_OPTS')
assert through =~ /List         target\/solution\/environment.json/
assert asked == [environment + ' 407', environment + ' 200', signIn + ' 200']
assert requests*.call() == ['', 'token', 'solutions']
// What is for the proxy alone ends there.
assert requests.every { !it.headers().keySet().any { name -> name.startsWith('proxy-') } }

assert direct.contains('host contoso.invalid not found in DNS')
assert offline.contains("Maven is offline (-o, or <offline> in settings.xml), and the environment 'contoso-test'")

def secret = 's3cret-of-the-proxy'
assert !log.contains(secret) && !log.contains("proxy-user:$secret".bytes.encodeBase64() as String)
return true
