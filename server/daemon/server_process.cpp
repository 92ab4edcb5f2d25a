// The wiring of the centre, from the disk up.
#include "server/daemon/server_process.h"

#include "server/guard/crypto.h"

namespace parterre {
namespace {

constexpr Milliseconds stopWithin{5'000};
constexpr Milliseconds lookAtLoadEvery{25};

std::unique_ptr<Mailer> mailerOf(const ServerOptions& options)
{
    if (!options.smtp.url.empty())
        return std::make_unique<SmtpMailer>(options.smtp);
    const QString folder = options.mailFolder.isEmpty() ? options.data + QStringLiteral("/mail") : options.mailFolder;
    return std::make_unique<FolderMailer>(folder, options.smtp.from);
}

QUrl ownUrl(const QHostAddress& listening, std::uint16_t port, bool encrypted)
{
    const bool any =
        listening == QHostAddress::Any || listening == QHostAddress::AnyIPv4 || listening == QHostAddress::AnyIPv6;
    QUrl url(QStringLiteral("http://localhost"));
    url.setScheme(encrypted ? QStringLiteral("https") : QStringLiteral("http"));
    const QString own = listening == QHostAddress::AnyIPv6 ? QStringLiteral("::1") : QStringLiteral("127.0.0.1");
    url.setHost(any ? own : listening.toString());
    url.setPort(port);
    return url;
}

} // namespace

Result<std::unique_ptr<ServerProcess>> ServerProcess::start(const ServerOptions& options)
{
    auto ledger = SqlLedger::open(options.data);
    if (!ledger.ok())
        return ledger.error();
    auto accounts = SqlAccountStore::open(options.data);
    if (!accounts.ok())
        return accounts.error();
    auto orders = SqlOrderQueries::open(options.data);
    if (!orders.ok())
        return orders.error();
    SystemRandom random;
    const auto secrets = ServerSecrets::loadOrCreate(**accounts, random);
    if (!secrets.ok())
        return secrets.error();
    std::unique_ptr<ServerProcess> process(
        new ServerProcess(options, std::move(*ledger), std::move(*accounts), std::move(*orders), *secrets));
    if (const auto opened = process->open(); !opened.ok())
        return opened.error();
    return process;
}

ServerProcess::ServerProcess(const ServerOptions& options, std::unique_ptr<SqlLedger> ledger,
                             std::unique_ptr<SqlAccountStore> accounts, std::unique_ptr<SqlOrderQueries> orders,
                             const ServerSecrets& secrets)
    : m_options(options),
      m_ledger(std::move(ledger)),
      m_accounts(std::move(accounts)),
      m_orders(std::move(orders)),
      m_serverKey(SigningKey::fromSeed(secrets.signingSeed)),
      m_arbiter(*m_ledger, m_clock, m_random),
      m_staff(*m_accounts, m_random),
      m_signIn(*m_accounts, m_staff, m_hasher, m_clock, m_random),
      m_enrolment(*m_accounts, m_clock, m_random),
      m_fans(secrets.macKey, m_random),
      m_orderKeys(secrets.macKey),
      m_bank(m_scheduler, m_clock, m_random, guard::deriveKey(secrets.macKey, "testbank"), options.testSlowAfter),
      m_payments(m_scheduler, options.testSlowAfter, &m_bank),
      m_context{m_arbiter,
                m_mirrors,
                *m_orders,
                *m_accounts,
                m_staff,
                m_signIn,
                m_enrolment,
                m_fans,
                m_orderKeys,
                options.testPayments ? &m_payments : nullptr,
                m_serverKey,
                secrets.macKey,
                m_admission,
                m_load,
                options.secureCookies || !options.certificate.isEmpty(),
                options.metricsToken,
                options.releaseJitter,
                m_clock,
                m_scheduler,
                m_random,
                &m_thread},
      m_gate(m_context,
             [this](const Error& error, const http::Request& request) { return m_refusals.of(error, request); }),
      m_api(m_context),
      m_mailer(mailerOf(options)),
      m_mails(m_context, *m_mailer, options.publicUrl.toStdString()),
      m_pages(m_context, m_api.sales(), m_api.returns()),
      m_bankPage(m_bank),
      m_http(options.limits, m_clock),
      m_sockets(m_http, options.limits, m_clock, options.socketThreads)
{}

ServerProcess::~ServerProcess()
{
    m_arbiter.stop();
}

Result<void> ServerProcess::open()
{
    if (const auto loaded = m_arbiter.load(); !loaded.ok())
        return loaded.error();
    m_ledger->makeRoomForCommits();
    m_mirrors.follow(m_arbiter, &m_thread);
    m_mirrors.onCommitted([this](const EventMirror& mirror, const CommittedEntries& entries) {
        m_api.committed(mirror, entries);
        m_mails.committed(mirror, entries);
    });
    m_mirrors.onAdvanced([this](const EventMirror& mirror) { m_api.advanced(mirror); });
    m_api.addTo(m_http.router());
    m_pages.addTo(m_http.router());
    if (m_options.testPayments)
        openTestBank();
    m_http.setGate([this](const http::Request& request) { return m_gate(request); });
    m_sockets.trust(m_options.proxies);
    if (const auto loaded = reloadCertificate(); !loaded.ok())
        return loaded.error();
    m_arbiter.start();
    if (const auto begun = m_api.start(); !begun.ok())
        return begun.error();
    if (const auto begun = m_mails.start(); !begun.ok())
        return begun.error();
    watchLoad();
    const auto port = m_sockets.listen(m_options.address, m_options.port);
    if (!port.ok())
        return port.error();
    m_port = *port;
    const QUrl own = ownUrl(m_options.address, m_port, !m_options.certificate.isEmpty());
    m_notices.setTarget(own.resolved(QUrl(QStringLiteral("/api/v1/payments/notices"))));
    if (m_options.publicUrl.isEmpty())
        m_mails.setPublicUrl(own.toString().toStdString());
    return {};
}

Result<void> ServerProcess::reloadCertificate()
{
    if (m_options.certificate.isEmpty())
        return {};
    auto identity = http::TlsIdentity::load(m_options.certificate.toStdString(), m_options.key.toStdString());
    if (!identity.ok())
        return identity.error();
    m_sockets.encryptWith(std::move(*identity));
    return {};
}

void ServerProcess::watchLoad()
{
    // A hold may have to wait for a commit under way and for its own: on a slow disk that is long, and no queue.
    if (m_load.isCalm())
        m_pace.look(m_arbiter.metrics().commitMs, m_clock.sinceBoot());
    m_load.note(std::max(m_sockets.delay(), m_api.sales().delay() - 2 * m_pace.quickest()));
    m_scheduler.after(lookAtLoadEvery, [this] { watchLoad(); });
}

// The bank has its page here and sends its notices here, through the same door as a bank outside.
void ServerProcess::openTestBank()
{
    m_bankPage.addTo(m_http.router());
    m_bank.onNotice([this](const QByteArray& body, const std::string& signature, Completion<void> done) {
        m_notices.send(body, signature, std::move(done));
    });
}

void ServerProcess::stop(std::function<void()> stopped)
{
    m_api.prepareStop();
    (void)m_mails.savePositions(); // what is not saved is looked at once more
    m_sockets.stop(stopWithin, std::move(stopped));
}

} // namespace parterre
