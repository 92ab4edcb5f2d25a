// Tokens, keys, roles, limits and enrolment, with a clock and chance of the test's own.
#include "server/guard/enrolment.h"
#include "server/guard/fan_sessions.h"
#include "server/guard/memory_account_store.h"
#include "server/guard/order_keys.h"
#include "server/guard/password_hash.h"
#include "server/guard/request_signature.h"
#include "server/guard/role.h"
#include "server/guard/server_secrets.h"
#include "server/guard/staff_sign_in.h"
#include "server/ledger/sql/sql_account_store.h"
#include "sync/wire/signing.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <set>

using namespace parterre;

namespace {

struct TestClock : Clock
{
    Instant wall{1'790'000'000'000};
    Milliseconds boot{1'000'000};
    Instant now() const override { return wall; }
    Milliseconds sinceBoot() const override { return boot; }
    void pass(Milliseconds time)
    {
        wall = wall + time;
        boot += time;
    }
};

} // namespace

class GuardTest : public QObject
{
    Q_OBJECT

private:
    TestClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AccountStore> m_accounts;

    static void overEveryStore()
    {
        QTest::addColumn<bool>("onDisk");
        QTest::newRow("memory") << false;
        QTest::newRow("sql") << true;
    }
    void makeStore()
    {
        QFETCH(bool, onDisk);
        m_folder = std::make_unique<QTemporaryDir>();
        m_accounts = onDisk ? openStore() : std::make_unique<MemoryAccountStore>();
    }
    std::unique_ptr<AccountStore> openStore()
    {
        auto opened = SqlAccountStore::open(m_folder->path());
        if (!opened)
            qFatal("%s", opened.error().detail.c_str());
        return std::move(*opened);
    }
    void reopen()
    {
        QFETCH(bool, onDisk);
        if (onDisk) {
            m_accounts.reset();
            m_accounts = openStore();
        }
    }

private Q_SLOTS:
    void init()
    {
        m_clock = TestClock();
        m_accounts.reset();
    }

    void rolesGrow()
    {
        QVERIFY(requirePermission(Role::Seller, Permission::Sell));
        const Error refused = requirePermission(Role::Seller, Permission::RefundOverLimit).error();
        QCOMPARE(refused.code, ErrorCode::Forbidden);
        QVERIFY(refused.detail.find("refund_over_limit") != std::string::npos);
        QVERIFY(refused.detail.find("supervisor") != std::string::npos);
        QVERIFY(!mayDo(Role::Supervisor, Permission::ManagePlans) && mayDo(Role::Manager, Permission::ManagePlans));
        QVERIFY(!mayDo(Role::Manager, Permission::ManageUsers) && mayDo(Role::Admin, Permission::ManageUsers));
        for (const Role role : {Role::Seller, Role::Supervisor, Role::Manager, Role::Admin})
            QVERIFY(roleFromName(roleName(role)) == role);
        QVERIFY(!roleFromName("Admin"));
    }

    void hashesPasswords()
    {
        const Result<std::string> hash = hashPassword("correct horse");
        QVERIFY(hash.ok());
        QVERIFY(hash->rfind("$argon2id$", 0) == 0);
        QVERIFY(*hash != *hashPassword("correct horse")); // salted
        QVERIFY(verifyPassword(*hash, "correct horse"));
        QVERIFY(!verifyPassword(*hash, "correct horsf"));
        QVERIFY(!verifyPassword("nonsense", "correct horse"));
        QVERIFY(!verifyPassword(decoyPasswordHash(), ""));
        QCOMPARE(hashPassword("short").error().code, ErrorCode::Malformed);
        QCOMPARE(hashPassword(std::string(257, 'x')).error().code, ErrorCode::Malformed);
    }

    void fanTokensCannotBeForged()
    {
        FanSessions sessions(Bytes32{1}, m_random);
        const FanSessions::Issued issued = sessions.issue(m_clock.now());
        QCOMPARE(issued.token.size(), std::size_t(64));
        const Result<FanSession> verified = sessions.verify(issued.token, m_clock.now());
        QVERIFY(verified.ok());
        QVERIFY(verified->holder == issued.session.holder && verified->issuedAt == m_clock.now());
        QVERIFY(sessions.issue(m_clock.now()).session.holder != issued.session.holder);
        for (std::size_t i = 0; i < issued.token.size(); ++i) {
            std::string forged = issued.token;
            forged[i] = forged[i] == 'A' ? 'B' : 'A';
            QVERIFY(!sessions.verify(forged, m_clock.now()));
        }
        QVERIFY(!FanSessions(Bytes32{2}, m_random).verify(issued.token, m_clock.now()));
        QVERIFY(!sessions.verify(issued.token + "A", m_clock.now()));
        QVERIFY(!sessions.verify("", m_clock.now()));
        QVERIFY(sessions.verify(issued.token, m_clock.now() + FanSessions::lifetime));
        QVERIFY(!sessions.verify(issued.token, m_clock.now() + FanSessions::lifetime + Milliseconds(1)));
    }

    void orderKeysFitOneOrder()
    {
        const OrderKeys keys(Bytes32{1});
        const OrderId one{{1}};
        const std::string key = keys.keyOf(one);
        QCOMPARE(key.size(), std::size_t(32));
        QVERIFY(keys.fits(one, key));
        QVERIFY(!keys.fits(OrderId{{2}}, key));
        QVERIFY(!keys.fits(one, key.substr(1)) && !keys.fits(one, ""));
        QVERIFY(!OrderKeys(Bytes32{2}).fits(one, key));
    }

    void checksSignatures()
    {
        const SigningKey key = SigningKey::generate();
        const Bytes body = "ops";
        const Signature signature = key.sign(body);
        const std::string header = toBase64Url(signature.data(), signature.size()).toStdString();
        QVERIFY(checkRequestSignature(key.publicKey(), header, "ops"));
        QCOMPARE(checkRequestSignature(key.publicKey(), header, "opt").error().code, ErrorCode::BadSignature);
        QCOMPARE(checkRequestSignature(key.publicKey(), "", "ops").error().code, ErrorCode::BadSignature);
        QCOMPARE(checkRequestSignature(key.publicKey(), header + "A", "ops").error().code, ErrorCode::BadSignature);
        QVERIFY(!checkRequestSignature(SigningKey::generate().publicKey(), header, "ops"));
        QVERIFY(isSigningKey(key.publicKey()));
        QVERIFY(!isSigningKey(Bytes32{}) && !isSigningKey(Bytes32{1}));
    }

    void gcraAllowsABurstThenARate()
    {
        Milliseconds paid{0};
        Milliseconds now{1'000'000};
        const auto ask = [&] {
            const GcraVerdict verdict = gcra(paid, now, fivePerMinute);
            paid = verdict.paidUntil;
            return verdict;
        };
        for (int i = 0; i < 5; ++i)
            QVERIFY(ask().allowed);
        QVERIFY(!ask().allowed);
        QCOMPARE(ask().retryAfter.count(), 12'000);
        now += Milliseconds(11'999);
        QVERIFY(!ask().allowed);
        now += Milliseconds(1);
        QVERIFY(ask().allowed);
        QVERIFY(!ask().allowed);
        now += Milliseconds(600'000);
        for (int i = 0; i < 5; ++i)
            QVERIFY(ask().allowed);
        QVERIFY(!ask().allowed); // a long pause earns no more than the burst
    }

    void limiterKeepsKeysApartInBoundedMemory()
    {
        RateLimiter limiter({Milliseconds(1000), 1}, 4096, Bytes16{1});
        const Milliseconds now{5000};
        QVERIFY(!limiter.take("a", now));
        QVERIFY(!limiter.take("b", now));
        QCOMPARE(limiter.take("a", now)->count(), 1000);
        for (int i = 0; i < 100'000; ++i) // far more keys than slots: forgets, never grows, never fails
            limiter.take(std::to_string(i), now);
        QCOMPARE(retrySeconds(Milliseconds(1)), 1);
        QCOMPARE(retrySeconds(Milliseconds(12'001)), 13);
    }

    void enrolmentCodesReadEasily()
    {
        QVERIFY(normalisedEnrolmentCode("k7qm-2x9d-4trb") == std::optional<std::string>("K7QM2X9D4TRB"));
        QVERIFY(normalisedEnrolmentCode("oIL0 0000 0000") == std::optional<std::string>("011000000000"));
        QVERIFY(!normalisedEnrolmentCode("K7QM-2X9D-4TR"));
        QVERIFY(!normalisedEnrolmentCode("K7QM-2X9D-4TRBB"));
        QVERIFY(!normalisedEnrolmentCode("K7QM-2X9D-4TR!"));
        QVERIFY(!normalisedEnrolmentCode("K7QM-2X9D-4TRU"));
    }

    void enrolsOnce_data() { overEveryStore(); }
    void enrolsOnce()
    {
        makeStore();
        Enrolment enrolment(*m_accounts, m_clock, m_random);
        const Bytes32 key = SigningKey::generate().publicKey();
        const Result<std::string> code = enrolment.createCode("Window 1");
        QVERIFY(code.ok());
        QCOMPARE(code->size(), std::size_t(14));
        QCOMPARE(enrolment.enrol(*code, "Window 1", Bytes32{}, "::1").error().code, ErrorCode::Malformed);
        QCOMPARE(enrolment.enrol(*code, "", key, "::1").error().code, ErrorCode::Malformed);
        QCOMPARE(enrolment.enrol("AAAA-AAAA-AAAA", "x", key, "::1").error().code, ErrorCode::NotFound);
        const Result<CounterDevice> device = enrolment.enrol(*code, "Window 1", key, "::1");
        QVERIFY(device.ok());
        reopen();
        Enrolment later(*m_accounts, m_clock, m_random);
        QVERIFY(*m_accounts->device(device->id) == std::optional<CounterDevice>(*device));
        QCOMPARE(later.enrol(*code, "Window 2", key, "::1").error().code, ErrorCode::NotFound);
        QCOMPARE(m_accounts->devices()->size(), std::size_t(1));
        CounterDevice revoked = *device;
        revoked.revoked = true;
        QVERIFY(m_accounts->putDevice(revoked));
        QVERIFY((*m_accounts->device(device->id))->revoked);
        QVERIFY(!*m_accounts->device(DeviceId{{9}}));

        const Result<std::string> old = later.createCode("Window 3");
        m_clock.pass(Enrolment::codeLifetime);
        QCOMPARE(later.enrol(*old, "Window 3", key, "::2").error().code, ErrorCode::NotFound);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(later.enrol("x", "n", key, "::2").error().code, ErrorCode::NotFound);
        QCOMPARE(later.enrol("x", "n", key, "::2").error().code, ErrorCode::RateLimited);
        QCOMPARE(later.enrol("x", "n", key, "::3").error().code, ErrorCode::NotFound);
    }

    void enrolsAgain_data() { overEveryStore(); }
    void enrolsAgain()
    {
        makeStore();
        Enrolment enrolment(*m_accounts, m_clock, m_random);
        int asked = 0;
        const auto again = [&](DeviceId device, std::uint32_t installGen, const std::string& name) {
            return enrolment.enrol(*enrolment.createCode("Window"), name, SigningKey::generate().publicKey(),
                                   "::" + std::to_string(++asked), Enrolment::Again{device, installGen});
        };
        const auto genOf = [&](DeviceId device, std::uint32_t installGen) {
            const Result<CounterDevice> enrolled = again(device, installGen, "Window");
            return enrolled && enrolled->id == device ? enrolled->installGen : 0;
        };
        const DeviceId lost{{7}}; // by a restore
        QCOMPARE(genOf(lost, 1), 2u);
        QCOMPARE(genOf(lost, 1), 3u);
        QCOMPARE(genOf(lost, 7), 8u); // restored again, from an older backup
        QCOMPARE(again(lost, 8, "Door").error().code, ErrorCode::NotFound);
        QCOMPARE((*m_accounts->device(lost))->installGen, 8u);
        QCOMPARE(again(DeviceId{}, 1, "Window").error().code, ErrorCode::Malformed);
        QCOMPARE(again(lost, 0, "Window").error().code, ErrorCode::Malformed);
        QCOMPARE(again(lost, Enrolment::maxInstallGen + 1, "Window").error().code, ErrorCode::Malformed);
        QCOMPARE(m_accounts->devices()->size(), std::size_t(1));
        // A code is used up by one of them only, and not by what was refused.
        const std::string code = *enrolment.createCode("Window");
        const Bytes32 key = SigningKey::generate().publicKey();
        QVERIFY(!enrolment.enrol(code, "Window", key, "::a", Enrolment::Again{lost, 0}).ok());
        QVERIFY(enrolment.enrol(code, "Window", key, "::a", Enrolment::Again{lost, 1}).ok());
        QVERIFY(!enrolment.enrol(code, "Window", key, "::a", Enrolment::Again{DeviceId{{8}}, 1}).ok());
        QVERIFY(!*m_accounts->device(DeviceId{{8}}));
    }

    void staffSessionsEnd_data() { overEveryStore(); }
    void staffSessionsEnd()
    {
        makeStore();
        StaffUser ann{"ann", Role::Supervisor, "hash", false};
        QVERIFY(m_accounts->putStaff(ann));
        const Result<IssuedStaffSession> issued = StaffSessions(*m_accounts, m_random).issue(ann, m_clock.now());
        QVERIFY(issued.ok());
        reopen(); // a restart keeps sessions
        StaffSessions sessions(*m_accounts, m_random);
        QCOMPARE(sessions.check(issued->token, m_clock.now())->role, Role::Supervisor);
        QCOMPARE(sessions.check("x", m_clock.now()).error().code, ErrorCode::Unauthenticated);

        ann.role = Role::Seller; // counts at once
        QVERIFY(m_accounts->putStaff(ann));
        QCOMPARE(sessions.check(issued->token, m_clock.now())->role, Role::Seller);
        ann.disabled = true;
        QVERIFY(m_accounts->putStaff(ann));
        QCOMPARE(sessions.check(issued->token, m_clock.now()).error().code, ErrorCode::Unauthenticated);
        ann.disabled = false;
        QVERIFY(m_accounts->putStaff(ann));

        QVERIFY(sessions.check(issued->token, m_clock.now() + StaffSessions::lifetime - Milliseconds(1)));
        QVERIFY(!sessions.check(issued->token, m_clock.now() + StaffSessions::lifetime));
        QVERIFY(sessions.end(issued->token));
        QVERIFY(!sessions.check(issued->token, m_clock.now()));
        QVERIFY(sessions.end(issued->token));
        QCOMPARE(m_accounts->allStaff()->size(), std::size_t(1));
    }

    void keepsAuditAndSecrets_data() { overEveryStore(); }
    void keepsAuditAndSecrets()
    {
        makeStore();
        const AuditRecord first{m_clock.now(), "ann", "write_off", "allotment 7", "stolen", "limbo", "freed"};
        AuditRecord second = first;
        second.action = "refund";
        QVERIFY(m_accounts->appendAudit(first) && m_accounts->appendAudit(second));
        const Result<ServerSecrets> made = ServerSecrets::loadOrCreate(*m_accounts, m_random);
        QVERIFY(made.ok() && made->macKey != made->signingSeed && made->macKey != Bytes32{});
        reopen();
        QVERIFY(*m_accounts->latestAudit(9) == (std::vector<AuditRecord>{second, first}));
        QVERIFY(*m_accounts->latestAudit(1) == std::vector<AuditRecord>{second});
        QVERIFY(ServerSecrets::loadOrCreate(*m_accounts, m_random)->macKey == made->macKey);
    }

    void signsIn()
    {
        MemoryAccountStore accounts;
        QVERIFY(accounts.putStaff({"ann", Role::Manager, *hashPassword("correct horse"), false}));
        QVERIFY(accounts.putStaff({"bob", Role::Seller, *hashPassword("correct horse"), true}));
        StaffSessions sessions(accounts, m_random);
        PasswordHasher hasher;
        StaffSignIn signIn(accounts, sessions, hasher, m_clock, m_random);
        std::vector<std::pair<std::string, Result<IssuedStaffSession>>> answers;
        QThread* const here = QThread::currentThread();
        const auto ask = [&](const std::string& name, const std::string& password, const std::string& address) {
            signIn.signIn(name, password, address, this, [&, name](const Result<IssuedStaffSession>& answer) {
                QCOMPARE(QThread::currentThread(), here);
                answers.emplace_back(name, answer);
            });
        };
        ask("ann", "correct horse", "1");
        QVERIFY(answers.empty()); // later, never at once
        ask("ann", "wrong", "1");
        ask("eve", "correct horse", "1");
        ask("bob", "correct horse", "1");
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), std::size_t(4), 20'000);
        QVERIFY(answers[0].second.ok());
        QCOMPARE(sessions.check(answers[0].second->token, m_clock.now())->role, Role::Manager);
        for (std::size_t i = 1; i < 4; ++i)
            QVERIFY(answers[i].second.error() == (Error{ErrorCode::Unauthenticated, "wrong name or password"}));

        ask("ann", "correct horse", "1"); // the fifth from this address
        ask("ann", "correct horse", "1");
        ask("ann", "correct horse", "2");
        ask("ann", "correct horse", "3"); // the fifth for this name
        ask("ann", "correct horse", "4");
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), std::size_t(9), 20'000);
        int limited = 0;
        for (const auto& [name, answer] : answers)
            limited += !answer && answer.error().code == ErrorCode::RateLimited ? 1 : 0;
        QCOMPARE(limited, 2);
    }

    void hasherIsBoundedAndDropsForTheDead()
    {
        PasswordHasher hasher;
        int overloaded = 0;
        int answered = 0;
        auto gone = std::make_unique<QObject>();
        bool calledForTheDead = false;
        hasher.verify("nonsense", "x", gone.get(), [&](const Result<bool>&) { calledForTheDead = true; });
        gone.reset();
        const int jobs = int(PasswordHasher::maxWaiting) + 8;
        for (int i = 0; i < jobs; ++i)
            hasher.verify("nonsense", "x", this, [&](const Result<bool>& fits) {
                ++answered;
                overloaded += fits ? 0 : 1;
            });
        QTRY_COMPARE_WITH_TIMEOUT(answered, jobs, 60'000);
        QVERIFY(overloaded >= 6 && overloaded <= 9);
        QVERIFY(!calledForTheDead);
    }
};

QTEST_GUILESS_MAIN(GuardTest)
#include "guard_test.moc"
