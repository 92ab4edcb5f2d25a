// ServerProcess: a whole centre: ledger, arbiter, mirrors, guard, API, pages and the HTTP server, wired together.
#pragma once

#include "server/api/api.h"
#include "server/api/front_gate.h"
#include "server/arbiter/commit_pace.h"
#include "server/arbiter/mirror_set.h"
#include "server/daemon/notice_sender.h"
#include "server/guard/server_secrets.h"
#include "server/http/server_threads.h"
#include "server/ledger/sql/sql_account_store.h"
#include "server/ledger/sql/sql_ledger.h"
#include "server/ledger/sql/sql_order_queries.h"
#include "server/mail/folder_mailer.h"
#include "server/mail/smtp_mailer.h"
#include "server/payment/test_payment_provider.h"
#include "server/web/bank_page.h"
#include "server/web/order_mails.h"
#include "server/web/pages.h"
#include "server/web/refusal_page.h"
#include "sync/link/qt_clock.h"
#include "sync/link/qt_scheduler.h"

#include <QString>

#include <functional>
#include <memory>

namespace parterre {

struct ServerOptions
{
    QString data;
    QHostAddress address{QHostAddress::LocalHost};
    std::uint16_t port = 8080;
    http::Limits limits;
    std::size_t socketThreads = 0; // further threads for the sockets; 0: the thread that answers has them too
    http::TrustedProxies proxies;
    QString certificate; // PEM files; empty: no TLS
    QString key;
    bool secureCookies = false; // also without TLS here: a proxy in front does it
    std::string metricsToken;   // who shows it as bearer may read /metrics; empty: nobody
    Milliseconds releaseJitter{60'000};
    SmtpServer smtp{{}, {}, {}, "tickets@localhost"}; // without a URL mails are files in `mailFolder`
    QString mailFolder;                               // empty: "mail" in the data folder
    QString publicUrl;                                // how fans reach the pages; empty: as this server listens
    bool testPayments = false;
    Milliseconds testSlowAfter{3'000};
};

// Lives on a thread with an event loop.
class ServerProcess
{
public:
    // Opens the data, replays every log and begins to answer. Errors: Unavailable (address or data in use), Storage,
    // Corrupt with event and position.
    static Result<std::unique_ptr<ServerProcess>> start(const ServerOptions& options);
    ~ServerProcess();

    std::uint16_t port() const { return m_port; }
    // Reads the certificate files again, for new connections; on an error the old ones stay. Nothing without TLS.
    Result<void> reloadCertificate();
    std::size_t events() const { return m_mirrors.all().size(); }
    // Finishes what is under way, then calls `stopped`; cuts off what takes longer than five seconds.
    void stop(std::function<void()> stopped);

private:
    ServerProcess(const ServerOptions& options, std::unique_ptr<SqlLedger> ledger,
                  std::unique_ptr<SqlAccountStore> accounts, std::unique_ptr<SqlOrderQueries> orders,
                  const ServerSecrets& secrets);
    Result<void> open();
    void watchLoad();
    void openTestBank();

    ServerOptions m_options;
    QtClock m_clock;
    QtScheduler m_scheduler;
    SystemRandom m_random;
    std::unique_ptr<SqlLedger> m_ledger;
    std::unique_ptr<SqlAccountStore> m_accounts;
    std::unique_ptr<SqlOrderQueries> m_orders;
    SigningKey m_serverKey;
    Arbiter m_arbiter;
    MirrorSet m_mirrors;
    StaffSessions m_staff;
    PasswordHasher m_hasher;
    StaffSignIn m_signIn;
    Enrolment m_enrolment;
    FanSessions m_fans;
    OrderKeys m_orderKeys;
    NoticeSender m_notices;
    TestBank m_bank;
    TestPaymentProvider m_payments;
    OpenDoor m_admission;
    LoadShedder m_load;
    CommitPace m_pace;
    ApiContext m_context;
    web::RefusalPages m_refusals;
    FrontGate m_gate;
    Api m_api;
    std::unique_ptr<Mailer> m_mailer;
    web::OrderMails m_mails;
    web::Pages m_pages;
    web::BankPage m_bankPage;
    http::Server m_http;
    http::ServerThreads m_sockets;
    std::uint16_t m_port = 0;
    QObject m_thread; // context of the arbiter's answers: dies first, so that none comes after the rest is gone
};

} // namespace parterre
