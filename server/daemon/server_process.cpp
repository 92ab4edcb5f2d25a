// The wiring of the centre, from the disk up.
#include "server/daemon/server_process.h"

namespace parterre {
namespace {

constexpr Milliseconds stopWithin{5'000};

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
      m_payments(m_scheduler, options.testSlowAfter),
      m_context{m_arbiter,   m_mirrors,      *m_orders, *m_accounts, m_staff,
                m_signIn,    m_enrolment,    m_fans,    m_orderKeys, options.testPayments ? &m_payments : nullptr,
                m_serverKey, secrets.macKey, m_clock,   m_scheduler, m_random,
                &m_thread},
      m_api(m_context),
      m_pages(m_context, m_api.sales()),
      m_http(options.limits, m_clock)
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
    m_mirrors.onAdvanced([this](const EventMirror& mirror) { m_api.advanced(mirror); });
    m_api.addTo(m_http.router());
    m_pages.addTo(m_http.router());
    m_arbiter.start();
    m_api.start();
    const auto port = m_http.listen(m_options.address, m_options.port);
    if (!port.ok())
        return port.error();
    m_port = *port;
    return {};
}

void ServerProcess::stop(std::function<void()> stopped)
{
    m_api.prepareStop();
    m_http.stop(stopWithin, std::move(stopped));
}

} // namespace parterre
