// Link: how the counter's machine reaches the centre. Implemented by sync/link on Qt Network and by the tests.
#pragma once

#include "sync/base/result.h"
#include "sync/counter/counter_types.h"
#include "sync/wire/log_page.h"
#include "sync/wire/op_batch.h"
#include "sync/wire/signing.h"

#include <string>
#include <vector>

namespace parterre {

// What a counter shows at the centre's door.
struct DeviceCredentials
{
    std::string server; // base address, "https://box-office.example"
    DeviceId device;
    Bytes32 seed{}; // of the device key
};

struct EnrolRequest
{
    std::string server;
    std::string code; // one-time
    std::string name; // of the counter
    PublicKey publicKey{};
    std::optional<DeviceId> again; // this counter gets a new installation number
    std::uint32_t installGen = 0;  // with `again`: the one it has
};

struct EnrolledDevice
{
    DeviceId device;
    std::uint32_t installGen = 1;
    PublicKey serverKey{};
};

struct SignedIn
{
    std::string role;
    Instant expiresAt;
};

struct PullQuery
{
    EventId event;
    LogId logId;
    std::uint64_t after = 0;
    Milliseconds wait{}; // the centre keeps the question this long when it has nothing new
};

// Every call answers once, later, on the asker's thread, and within its own deadline. Errors that mean "the line":
// Offline, Timeout, Unavailable, Overloaded. Every other error is the centre's answer.
class Link
{
public:
    virtual ~Link() = default;

    virtual void setDevice(const DeviceCredentials& device) = 0;
    virtual void enrol(const EnrolRequest& request, Completion<EnrolledDevice> done) = 0;

    // Keeps name and password in memory until signOut(), also when the line is down, and signs in again by itself when
    // the centre has forgotten the session. Unauthenticated: forgets them.
    virtual void signIn(std::string name, std::string password, Completion<SignedIn> done) = 0;
    virtual void signOut() = 0;

    virtual void events(Completion<std::vector<EventSummary>> done) = 0;
    virtual void plan(EventId event, Completion<Bytes> done) = 0;     // encodePlan()
    virtual void snapshot(EventId event, Completion<Bytes> done) = 0; // encodeSnapshot()
    // Also Resync and FutureCursor, see design 02. Deadline: wait + less than a second.
    virtual void pullLog(const PullQuery& query, Completion<LogPage> done) = 0;
    virtual void pushOps(const OpBatch& batch, Completion<OutcomeBatch> done) = 0;
};

} // namespace parterre
