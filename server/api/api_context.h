// ApiContext: what every endpoint may reach. Wired once by the daemon; everything lives on the thread that answers.
#pragma once

#include "server/arbiter/mirror_set.h"
#include "server/guard/admission.h"
#include "server/guard/enrolment.h"
#include "server/guard/fan_sessions.h"
#include "server/guard/load_shedder.h"
#include "server/guard/order_keys.h"
#include "server/guard/staff_sessions.h"
#include "server/guard/staff_sign_in.h"
#include "server/ledger/order_queries.h"
#include "server/payment/payment_provider.h"
#include "sync/wire/signing.h"

class QObject;

namespace parterre {

struct ApiContext
{
    Arbiter& arbiter;
    const MirrorSet& mirrors;
    OrderQueries& orders;
    AccountStore& accounts;
    StaffSessions& staff;
    StaffSignIn& signIn;
    Enrolment& enrolment;
    FanSessions& fans;
    const OrderKeys& orderKeys;
    PaymentProvider* payments; // null: no method of paying is set up, checkout is refused
    const SigningKey& serverKey;
    Bytes32 macKey; // of FanSessions
    const Admission& admission;
    LoadShedder& load;
    bool secureCookies;         // the fans' way here is encrypted
    std::string metricsToken;   // opens /metrics; empty: nothing does
    Milliseconds releaseJitter; // seats that a fan gives back are for sale again after up to this time
    const Clock& clock;
    Scheduler& scheduler;
    Random& random;
    QObject* thread; // lives on the answering thread; dies before everything above
};

} // namespace parterre
