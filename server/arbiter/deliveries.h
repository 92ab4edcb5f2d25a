// Deliveries: what one batch has to tell, sorted by the thread that hears it.
#pragma once

#include "server/arbiter/arbiter.h"
#include "server/relay/relay.h"

#include <QPointer>

#include <variant>

namespace parterre {

// Where an answer goes: the asker, if it still lives when its thread comes to it.
struct Asker
{
    RelayPtr relay;
    QPointer<QObject> context;
};

// How one command ended. Entries of this batch are named by place, so that they are copied once, where they are heard.
struct CommandAnswer
{
    std::optional<Error> error;
    CommittedPtr committed; // with `first` and `count`; null: `entries`
    std::size_t first = 0;
    std::size_t count = 0;
    std::vector<LogEntry> entries;
    bool replayed = false;

    Result<CommandDone> result() &&;
};

struct CommandReply
{
    Asker asker;
    Completion<CommandDone> done;
    CommandAnswer answer;
};
struct OpsReply
{
    Asker asker;
    Completion<OutcomeBatch> done;
    Result<OutcomeBatch> answer;
};
struct CreateReply
{
    Asker asker;
    Completion<OpenedEvent> done;
    Result<OpenedEvent> answer;
};
using Reply = std::variant<CommandReply, OpsReply, CreateReply>;

struct Follower
{
    Asker asker;
    std::function<void(const std::vector<CommittedPtr>&)> onCommitted;
};

// Posts to every thread concerned one piece of work: first its followers hear `committed`, then its replies run.
void deliver(const std::vector<Follower>& followers, std::vector<CommittedPtr> committed, std::vector<Reply> replies);

} // namespace parterre
