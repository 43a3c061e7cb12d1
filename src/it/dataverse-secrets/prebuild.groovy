import com.sun.net.httpserver.HttpServer
import io.github.solutionalm.dataverse.server.Certificate
import io.github.solutionalm.dataverse.server.DataverseServer
import io.github.solutionalm.dataverse.server.ServerSettings
import java.security.KeyStore

def target = new File(basedir, 'target')
def made = { name -> "$name-${UUID.randomUUID()}" as String }

// An application with a secret, a certificate and a federated credential; no import of its works, for want of a privilege.
def certificate = Certificate.of('application', target.toPath())
new File(target, 'application.pem').text = certificate.pem()
def federated = made('federated')
def settings = ServerSettings.in(new File(target, 'server').toPath()).withTls()
settings = settings.application(settings.application().certificate(certificate.certificate()).federated(federated))
def server = DataverseServer.start(settings)
server.script().on('RetrieveVersion').always().refuse(403, '0x80040220', 'Principal user is missing prvReadOrganization privilege')

// What GitHub, a machine of Azure's and its command line give.
def tokens = [variable: server.token(), managed: server.token(), cli: server.token()]
def request = made('job')
def header = made('header')
def machine = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
machine.createContext('/') { exchange ->
    def github = exchange.requestURI.path == '/github' && exchange.requestHeaders.getFirst('Authorization') == "Bearer $request"
    def identity = exchange.requestURI.path == '/identity' && exchange.requestHeaders.getFirst('X-IDENTITY-HEADER') == header
    def answer = github ? /{"value":"$federated"}/ : identity
            ? /{"access_token":"$tokens.managed","expires_on":"4102444800","resource":"x","token_type":"Bearer"}/ : '{}'
    exchange.responseHeaders.set('Content-Type', 'application/json')
    exchange.sendResponseHeaders(github || identity ? 200 : 403, answer.length())
    exchange.responseBody.write(answer.bytes)
    exchange.close()
}
machine.start()
def bin = new File(target, 'bin')
bin.mkdirs()
def az = new File(bin, 'az')
az.text = """#!/bin/sh
echo '{"accessToken":"$tokens.cli","expiresOn":"2099-01-01 10:00:00.000000","tenant":"t","tokenType":"Bearer"}'
"""
az.executable = true

def home = new File(target, 'home')
home.mkdirs()
// Certificates of this kind of store are read without a password.
def trust = KeyStore.getInstance('JKS')
trust.load(null, null)
trust.setCertificateEntry('server', server.trust().certificate())
new File(home, 'trust.jks').withOutputStream { trust.store(it, 'any'.toCharArray()) }
def local = "http://localhost:$machine.address.port"
new File(home, '.mavenrc').text = """
export MAVEN_OPTS="-Djavax.net.ssl.trustStore=$home/trust.jks"
export PATH="$bin:\$PATH"
export ACTIONS_ID_TOKEN_REQUEST_URL="$local/github?api-version=2" ACTIONS_ID_TOKEN_REQUEST_TOKEN=$request
export IDENTITY_ENDPOINT=$local/identity IDENTITY_HEADER=$header
export STORY_TOKEN=$tokens.variable
"""
context.userProperties.put('story.url', server.url())
context.server = server
context.machine = machine
context.tokens = tokens.values()
context.secrets = [settings.SECRET, Certificate.PASSWORD, federated, request, header] + tokens.values()
context.key = certificate.key().encoded.encodeBase64() as String
return true
