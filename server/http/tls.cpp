// OpenSSL's names stay in this file.
#include "server/http/tls.h"

#include "server/http/socket.h"
#include "sync/base/require.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <climits>

namespace parterre::http {
namespace {

std::string whatOpenSslSays()
{
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    const char* reason = code == 0 ? nullptr : ERR_reason_error_string(code);
    return reason ? reason : "not readable";
}

// RFC 7301: HTTP/1.1 is all we speak; a client that does not offer it is let in all the same, as most old ones ask
// nothing.
int chooseProtocol(SSL*, const unsigned char** out, unsigned char* size, const unsigned char* offered,
                   unsigned int offeredSize, void*)
{
    static constexpr unsigned char ours[] = "\x08http/1.1";
    unsigned char* chosen = nullptr;
    if (SSL_select_next_proto(&chosen, size, ours, sizeof ours - 1, offered, offeredSize) != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *out = chosen;
    return SSL_TLSEXT_ERR_OK;
}

} // namespace

Result<std::shared_ptr<TlsIdentity>> TlsIdentity::load(const std::string& certificateFile, const std::string& keyFile)
{
    ERR_clear_error();
    SSL_CTX* context = SSL_CTX_new(TLS_server_method());
    PARTERRE_REQUIRE(context != nullptr);
    std::shared_ptr<TlsIdentity> identity(new TlsIdentity(context));
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    // Memory of an idle connection, and buffers that may move while a write waits for room.
    SSL_CTX_set_mode(context,
                     SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_alpn_select_cb(context, chooseProtocol, nullptr);
    if (SSL_CTX_use_certificate_chain_file(context, certificateFile.c_str()) != 1)
        return Error{ErrorCode::Unavailable, "certificate " + certificateFile + ": " + whatOpenSslSays()};
    if (SSL_CTX_use_PrivateKey_file(context, keyFile.c_str(), SSL_FILETYPE_PEM) != 1)
        return Error{ErrorCode::Unavailable, "key " + keyFile + ": " + whatOpenSslSays()};
    if (SSL_CTX_check_private_key(context) != 1)
        return Error{ErrorCode::Unavailable, "key " + keyFile + " does not belong to the certificate"};
    return identity;
}

TlsIdentity::~TlsIdentity()
{
    SSL_CTX_free(m_context);
}

TlsSession::TlsSession(const TlsIdentity& identity, int descriptor) : m_ssl(SSL_new(identity.m_context))
{
    PARTERRE_REQUIRE(m_ssl != nullptr && SSL_set_fd(m_ssl, descriptor) == 1);
    SSL_set_accept_state(m_ssl);
}

TlsSession::~TlsSession()
{
    SSL_free(m_ssl);
}

bool TlsSession::isGreeted() const
{
    return SSL_is_init_finished(m_ssl) == 1;
}

std::int64_t TlsSession::read(char* out, std::size_t size)
{
    if (m_broken)
        return Socket::broken;
    ERR_clear_error();
    return outcome(SSL_read(m_ssl, out, static_cast<int>(std::min<std::size_t>(size, INT_MAX))), m_readWaitsForRoom,
                   SSL_ERROR_WANT_WRITE);
}

std::int64_t TlsSession::write(const char* data, std::size_t size)
{
    if (m_broken)
        return Socket::broken;
    ERR_clear_error();
    return outcome(SSL_write(m_ssl, data, static_cast<int>(std::min<std::size_t>(size, INT_MAX))), m_writeWaitsForData,
                   SSL_ERROR_WANT_READ);
}

std::int64_t TlsSession::outcome(int done, bool& waitsForTheOther, int other)
{
    waitsForTheOther = false;
    if (done > 0)
        return done;
    const int why = SSL_get_error(m_ssl, done);
    if (why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE) {
        waitsForTheOther = why == other;
        return Socket::later;
    }
    if (why == SSL_ERROR_ZERO_RETURN)
        return 0; // the peer's goodbye
    m_broken = true;
    return Socket::broken;
}

void TlsSession::sayGoodbye()
{
    if (m_broken || !isGreeted())
        return;
    ERR_clear_error();
    if (SSL_shutdown(m_ssl) < 0)
        m_broken = true;
}

} // namespace parterre::http
