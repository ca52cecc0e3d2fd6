// @ts-nocheck
/**
 * 清单助手
 * 1
 * DO NOT MODIFY - This file has been generated using oazapfts.
 * See https://www.npmjs.com/package/oazapfts
 */
import * as Oazapfts from "@oazapfts/runtime";
import * as QS from "@oazapfts/runtime/query";
export const defaults: Oazapfts.Defaults<Oazapfts.CustomHeaders> = {
    headers: {},
    baseUrl: "/"
};
const oazapfts = Oazapfts.runtime(defaults);
export const servers = {};
export type Message = {
    /** 用户说的话；按了选项时是选项的文字。附有文件时可以不写 */
    text?: string;
    /** 随消息发来的文件（通知），最多一个 */
    attachments?: {
        /** 文件名，扩展名说明是什么文件，如 通知.docx */
        name: string;
        /** 媒体类型，可以不写 */
        mediaType?: string;
        /** 文件内容，Base64；整个 JSON 最大 256 KB，更大的文件（最大 20 MB）请用 multipart/form-data 发送 */
        data: string;
    }[];
    /** 接着说哪次会话：用上次返回的值。不写，或不是这里给出的，就开始新的会话 */
    conversationId?: string;
    /** 这条消息的编号；同一会话里同一编号只回答一次，重发不会重复作答 */
    eventId?: string;
    /** 所按选项的 id；评价为 feedback:<answerId>:useful 或 :wrong */
    choice?: string;
    role?: "resident" | "worker" | "official";
    region?: string;
};
export type Citation = {
    documentId: string;
    /** 文件名，不带书名号 */
    title: string;
    /** 为 false 时名称是整理者起的，不加书名号 */
    borne?: boolean;
    /** 所见版本，如 2025年修正；有几个版本时才有 */
    edition?: string;
    /** 文号 */
    "number": string | null;
    /** 第几条、第几项；来源没有写明的为“条目未见” */
    locator: string;
    region: string;
    /** 起效日期，精确到来源所载 */
    effectiveFrom: string | null;
    /** 已读全文、只见部分原文、据报道转述 */
    evidence: "primary" | "partial" | "secondary";
    summary: string;
    url: string | null;
    /** 条款原文；附有文件全文时才有 */
    quote?: string;
};
export type Block = {
    "type": "text";
    text: string;
} | {
    "type": "verdict";
    verdict: "autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "not-listed" | "information" | "clarify" | "out-of-scope" | "triage-government" | "triage-consult" | "triage-self";
    headline: string;
    lines: string[];
} | {
    "type": "citations";
    citations: Citation[];
    closing: string;
} | {
    "type": "choices";
    prompt: string;
    choices: {
        id: string;
        label: string;
    }[];
} | {
    "type": "table";
    header: string[];
    rows: string[][];
} | {
    "type": "file";
    name: string;
    mediaType: string;
    /** 文件内容，Base64 */
    data: string;
} | {
    "type": "feedback";
    answerId: string;
};
export type Reply = {
    /** 整条回复的纯文本 */
    text: string;
    /** 同样的内容，按种类分块 */
    blocks: Block[];
};
export type MessageResult = {
    conversationId: string;
    /** 重发的消息没有新的回复 */
    replies: Reply[];
};
export type Problem = {
    /** 错误种类的标识 */
    "type": string;
    /** HTTP 状态的名称 */
    title: string;
    /** HTTP 状态码 */
    status: number;
    /** 哪里不对、怎么改 */
    detail: string;
    /** 稳定的错误代码 */
    code: "QD-USAGE" | "QD-EMPTY" | "QD-TOO-LONG" | "QD-INPUT" | "QD-REGION" | "QD-DATE" | "QD-ID" | "QD-FILE" | "QD-FILE-GONE" | "QD-FILE-SIZE" | "QD-FILE-TYPE" | "QD-FILE-BROKEN" | "QD-FILE-UNSAFE" | "QD-FILE-LOCKED" | "QD-FILE-NO-TEXT" | "QD-FILE-UNCHECKED" | "QD-FILE-LIMIT" | "QD-FILE-TIME" | "QD-IMPORT" | "QD-REGIONS" | "QD-VERSIONS" | "QD-CANCELLED" | "QD-YAML" | "QD-SCHEMA" | "QD-KNOWLEDGE" | "QD-CONFIG" | "QD-FORBIDDEN" | "QD-LOGIN" | "QD-STATE" | "QD-BUSY" | "QD-API-KEY" | "QD-API-SCOPE" | "QD-HTTP" | "QD-CHANNEL" | "QD-SEGMENTER" | "QD-STORAGE" | "QD-DISK-FULL" | "QD-READ-ONLY" | "QD-KEY" | "QD-PURGE" | "QD-AUDIT" | "QD-FINDING" | "QD-INTERNAL";
};
export type Question = {
    /** 要问的事，1 到 1000 个字 */
    text: string;
    /** 谁在问：居民、社区工作者、机关干部 */
    role?: "resident" | "worker" | "official";
    /** 所在地区的全称或简称，如 重庆市、南岸区 */
    region?: string;
    /** 按哪一天有效的规定回答，YYYY-MM-DD */
    date?: string;
};
export type Answer = {
    /** 问题，其中的证件号、电话等已隐去 */
    question: string;
    verdict: "autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "not-listed" | "information" | "clarify" | "out-of-scope" | "triage-government" | "triage-consult" | "triage-self";
    band: "answer" | "confirm" | "abstain";
    /** 第一个候选就是所问之事的概率 */
    probability: number;
    item: {
        id: string;
        name: string;
        list: string;
        kind: "autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "reference";
        documentId: string;
    } | null;
    candidates: {
        id: string;
        name: string;
        kind: "autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "reference" | "provision";
        probability: number;
    }[];
    citations: Citation[];
    /** 去哪办 */
    route: string | null;
    /** 完整的中文回答 */
    text: string;
    /** 回答的各部分，判定在前 */
    sections: {
        "is": "headline" | "summary" | "exception" | "choice" | "row" | "route" | "responsible" | "next" | "sources" | "opposing" | "near" | "gap" | "elsewhere" | "closing";
        text: string;
    }[];
    /** 问得不清楚时的选项，最多三个 */
    choices: {
        id: string;
        label: string;
    }[];
    explanation: {
        /** 问的是证明、工作、规定还是清单 */
        sort: "paper" | "task" | "rule" | "list" | "demand" | "formality" | "row" | "unclear";
        frame: {
            act: string;
            capacity: string;
            "object": string;
        };
        /** 所问的事项名称；没有认出来的为 null */
        subject: string | null;
        region: string;
        date: string;
        wording: string | null;
        matched: string[];
        differed: string[];
        decidedBy: string | null;
        rows: string[];
        level: string | null;
        /** 列出的是哪几种清单 */
        lists: ("autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "reference")[];
        vetoes: {
            id: string;
            reason: string;
        }[];
        threshold: {
            answer: number;
            confirm: number;
        };
        notes: string[];
    };
    catalogueVersion: string;
    /** 同一条里另外问的事，最多两件 */
    further: {
        /** 问题，其中的证件号、电话等已隐去 */
        question: string;
        verdict: "autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "not-listed" | "information" | "clarify" | "out-of-scope" | "triage-government" | "triage-consult" | "triage-self";
        band: "answer" | "confirm" | "abstain";
        /** 第一个候选就是所问之事的概率 */
        probability: number;
        item: {
            id: string;
            name: string;
            list: string;
            kind: "autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "reference";
            documentId: string;
        } | null;
        candidates: {
            id: string;
            name: string;
            kind: "autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "reference" | "provision";
            probability: number;
        }[];
        citations: Citation[];
        /** 去哪办 */
        route: string | null;
        /** 完整的中文回答 */
        text: string;
        /** 回答的各部分，判定在前 */
        sections: {
            "is": "headline" | "summary" | "exception" | "choice" | "row" | "route" | "responsible" | "next" | "sources" | "opposing" | "near" | "gap" | "elsewhere" | "closing";
            text: string;
        }[];
        /** 问得不清楚时的选项，最多三个 */
        choices: {
            id: string;
            label: string;
        }[];
        explanation: {
            /** 问的是证明、工作、规定还是清单 */
            sort: "paper" | "task" | "rule" | "list" | "demand" | "formality" | "row" | "unclear";
            frame: {
                act: string;
                capacity: string;
                "object": string;
            };
            /** 所问的事项名称；没有认出来的为 null */
            subject: string | null;
            region: string;
            date: string;
            wording: string | null;
            matched: string[];
            differed: string[];
            decidedBy: string | null;
            rows: string[];
            level: string | null;
            /** 列出的是哪几种清单 */
            lists: ("autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "reference")[];
            vetoes: {
                id: string;
                reason: string;
            }[];
            threshold: {
                answer: number;
                confirm: number;
            };
            notes: string[];
        };
        catalogueVersion: string;
        further: never[];
    }[];
};
export type Notice = {
    /** 通知全文；与 file 二选一 */
    text?: string;
    /** 通知文件：.docx、.doc、.wps、.pdf、.ofd、.rtf、.odt、.eml、.txt */
    file?: {
        /** 文件名，扩展名说明是什么文件，如 通知.docx */
        name: string;
        /** 媒体类型，可以不写 */
        mediaType?: string;
        /** 文件内容，Base64；整个 JSON 最大 256 KB，更大的文件（最大 20 MB）请用 multipart/form-data 发送 */
        data: string;
    };
    /** 所在地区；不写时看标题和落款 */
    region?: string;
    /** 按哪一天有效的规定研判，YYYY-MM-DD */
    date?: string;
    /** 要不要报告文件，要哪一种 */
    report?: ".xlsx" | ".docx" | ".md";
    /** 要不要把所读的文字一起返回 */
    withText?: "yes";
    /** 要不要写给发文单位的函 */
    letters?: "yes";
    /** 函的落款，如 珊瑚社区居委会 */
    committee?: string;
    /** 函的主送机关；不写时是发文单位 */
    to?: string;
    /** 人工核对过、可以写进函里的任务，从 1 数起 */
    confirmed?: string;
    /** 人工改正：起点和终点与一项任务相同的，改它的判定或去掉它；别处的，是漏标的任务 */
    corrections?: {
        /** 在所读文字里的起点，UTF-16 单位 */
        start: number;
        /** 终点（不含） */
        end: number;
        /** 人工核对以后是什么 */
        says: {
            /** 不算任务 */
            "is": "none";
        } | {
            /** 漏标的任务，判定由程序定 */
            "is": "task";
        } | {
            /** 落在清单的这一条上 */
            "is": "row";
            id: string;
        } | {
            /** 考核、台账等形式要求 */
            "is": "formality";
            sort: "assessment" | "plaque" | "trace" | "meeting" | "ledger" | "seal";
        } | {
            /** 哪份清单都没有 */
            "is": "unlisted";
            /** 是不是要求出具的证明 */
            paper: boolean;
        };
    }[];
    /** 同一份通知前一次研判的编号（Qingdan-Record）：这一次代替它，统计时只数最后一次 */
    earlier?: string;
};
export type Screening = {
    title: string | null;
    source: string;
    /** 交给社区的任务，按原文次序 */
    tasks: {
        /** 原文 */
        phrase: string;
        /** 在所读文字里的起点，UTF-16 单位 */
        start: number;
        /** 终点（不含） */
        end: number;
        verdict: "autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "not-listed" | "information" | "clarify" | "out-of-scope" | "triage-government" | "triage-consult" | "triage-self";
        band: "answer" | "confirm" | "abstain";
        item: {
            id: string;
            name: string;
            list: string;
            kind: "autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "reference";
            documentId: string;
        } | null;
        citations: Citation[];
        /** 怎么办，一句话 */
        suggestion: string;
        /** 考核、台账等形式要求的种类 */
        demand: ("assessment" | "plaque" | "trace" | "meeting" | "ledger" | "seal") | null;
        /** 是不是要求出具的证明 */
        certificate: boolean;
        /** 要社区做到什么程度 */
        capacity: string;
        /** 没有把握时最接近的事项 */
        candidates: string[];
        /** 人工改正过 */
        corrected?: true;
    }[];
    skipped: {
        /** 原文 */
        phrase: string;
        /** 在所读文字里的起点，UTF-16 单位 */
        start: number;
        /** 终点（不含） */
        end: number;
        /** 为什么不算任务 */
        reason: string;
    }[];
    /** 发文单位 */
    issuer: string | null;
    /** 文号 */
    "number": string | null;
    /** 通知只写给一个社区（村）时，它的全称 */
    committee: string | null;
    /** 说的是城市社区（urban）还是村（village） */
    settlement: string | null;
    region: string;
    date: string;
    /** 讲经费和条件的规定 */
    meansRules: Citation[];
    catalogueVersion: string;
    /** 报告文件，内容是 Base64 */
    report?: {
        name: string;
        mediaType: string;
        data: string;
    };
    /** 所读的文字，任务的起点和终点都在这里面 */
    text?: string;
    /** 函，打成一个 zip，内容是 Base64；没有需要发函的任务时为 null */
    letters?: {
        name: string;
        mediaType: string;
        data: string;
        /** 短回复 */
        reply: string;
        /** 有没有落款 */
        signed: boolean;
    } | null;
};
export type LoginInput = {
    name: string;
    password: string;
    /** cookie：浏览器用，登录记在 Cookie 里；token：程序用，返回令牌，以后放在 Authorization: Bearer 里 */
    "as"?: "cookie" | "token";
};
export type User = {
    id: string;
    name: string;
    role: "worker" | "secretary" | "street" | "county-lead" | "county-department" | "city" | "admin" | "auditor";
    /** 角色的中文名 */
    roleName: string;
    /** 区划代码 */
    region: string;
    regionName: string;
    department: string | null;
    /** 对哪类记录能做什么、管到哪里：here 本地区，below 本地区和下级，above 本地区和上级，department 本部门，self 本人，everywhere 全部 */
    rights: {
        [key: string]: {
            [key: string]: string[];
        };
    };
};
export type Session = {
    user: User;
    /** 到什么时候为止，UTC */
    expiresAt: string;
    /** as 为 token 时才有 */
    token?: string;
};
export type SignInWays = {
    /** 统一身份认证；没有设置的为 null */
    outside: {
        /** 按钮上的字 */
        label: string;
        /** 在浏览器里打开的地址 */
        address: string;
    } | null;
};
export type List = {
    id: string;
    name: string;
    /** autonomy 自治，assist 协助，negative 负面，may-certify 可出具证明，must-not-certify 不应出具证明，reference 参考 */
    kind: "autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "reference";
    /** 参考清单说的是谁的职责 */
    about: string | null;
    region: string;
    documentId: string;
    /** 所在文件的名称 */
    title: string;
    /** 文号 */
    "number": string | null;
    /** primary 已读全文，partial 只见部分原文，secondary 据报道转述 */
    evidence: "primary" | "partial" | "secondary";
    /** in-force 有效，superseded 已被替代，repealed 已废止，unknown 未见 */
    status: "in-force" | "superseded" | "repealed" | "unknown";
    /** 已载几项 */
    loaded: number;
    /** 文件说应有几项；没有说的为 null */
    declared: number | null;
    /** 是不是本单位导入的 */
    imported: boolean;
    /** 缺什么 */
    gap: string | null;
};
export type Item = {
    id: string;
    /** 清单里的一项，或文件里的一条 */
    "type": "item" | "provision";
    no: number | null;
    name: string;
    summary: string;
    kind: ("autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "reference") | null;
    listId: string | null;
    listName: string | null;
    /** 事项库里的编号 */
    matter: string | null;
    region: string;
    committee: ("urban" | "village") | null;
    /** 责任部门 */
    department: string | null;
    /** 去哪办 */
    route: string | null;
    aliases: string[];
    exceptions: {
        when: string;
        verdict: string;
        locator: string;
    }[];
    /** in-force 有效，superseded 已被替代，repealed 已废止，unknown 未见 */
    status: "in-force" | "superseded" | "repealed" | "unknown";
    effectiveFrom: string | null;
    effectiveTo: string | null;
    inForceToday: boolean;
    gap: string | null;
    citation: {
        documentId: string;
        /** 文件名，不带书名号 */
        title: string;
        /** 为 false 时名称是整理者起的，不加书名号 */
        borne?: boolean;
        /** 所见版本，如 2025年修正；有几个版本时才有 */
        edition?: string;
        /** 文号 */
        "number": string | null;
        /** 第几条、第几项；来源没有写明的为“条目未见” */
        locator: string;
        region: string;
        /** 起效日期，精确到来源所载 */
        effectiveFrom: string | null;
        /** 已读全文、只见部分原文、据报道转述 */
        evidence: "primary" | "partial" | "secondary";
        summary: string;
        url: string | null;
        /** 条款原文；附有文件全文时才有 */
        quote?: string;
    };
};
export type Document = {
    id: string;
    title: string;
    /** 为 false 时名称是整理者起的，不加书名号 */
    borne: boolean;
    issuer: string | null;
    "number": string | null;
    "type": string;
    edition: string | null;
    issuedOn: string | null;
    effectiveFrom: string | null;
    effectiveTo: string | null;
    dateUnknown: string | null;
    replacedBy: string | null;
    /** in-force 有效，superseded 已被替代，repealed 已废止，unknown 未见 */
    status: "in-force" | "superseded" | "repealed" | "unknown";
    committee: ("urban" | "village") | null;
    region: string;
    /** primary 已读全文，partial 只见部分原文，secondary 据报道转述 */
    evidence: "primary" | "partial" | "secondary";
    sources: string[];
    note: string | null;
    imported: boolean;
    /** 有没有附上全文 */
    hasText: boolean;
    lists: number;
    items: number;
    provisions: number;
};
export type DocumentVersion = {
    documentId: string;
    "number": number;
    /** 撤下的为 null */
    hash: string | null;
    source: string;
    at: string;
    actor: string;
};
export type Difference = {
    change: "added" | "removed" | "changed";
    id: string;
    name: string;
    fields: {
        field: string;
        before: string;
        after: string;
    }[];
};
export type ImportSeen = {
    /** 没有错误，可以发布 */
    canLoad: boolean;
    /** 发布时原样带上：发布的就是看过的这一份 */
    seen: string;
    documents: {
        id: string;
        title: string;
        region: string;
        issuer: string | null;
        "number": string | null;
        issuedOn: string | null;
        effectiveFrom: string | null;
        /** 是新建，不是更新 */
        isNew: boolean;
        /** 当前用户能不能发布 */
        may: boolean;
        /** 与现行的一份有什么不同；新建的为空 */
        changes: Difference[];
    }[];
    lists: {
        /** 工作表或表的名称 */
        part: string;
        title: string;
        kind: "autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "reference";
        documentId: string;
        listId: string;
        rows: number;
        /** 文件说应有几项 */
        declared: number | null;
        /** 现行的有几项 */
        before: number;
        /** 种类是写明的，不是从标题认出来的 */
        isKindTold: boolean;
        /** 表头的记号，纠正列时写它 */
        signature: string | null;
        columns: {
            column: string;
            header: string;
            field: ("no" | "name" | "category" | "kind" | "batch" | "summary" | "basis" | "department" | "route" | "aliases" | "note") | null;
        }[];
    }[];
    rows: {
        id: string;
        listId: string;
        name: string;
        kind: "autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "reference";
        /** 在文件里的位置 */
        place: {
            part: string;
            line: number;
        } | null;
        /** 文件里这一行的各格 */
        original: string[];
        /** chosen 已选定，before 同上一版，sure 有把握，open 待选，new 本单位的新事项，given 文件写明，others 他人职责、不归类 */
        by: "chosen" | "before" | "sure" | "open" | "new" | "given" | "others";
        matter: string | null;
        matterName: string | null;
        /** 群众平常的说法问不问得到 */
        isWorded: boolean;
        proposals: {
            matter: string;
            name: string;
            confidence: number;
        }[];
    }[];
    findings: {
        severity: "error" | "warning" | "note";
        place: {
            part: string;
            line: number;
        } | null;
        problem: string;
        advice: string;
        /** 改哪一项设置就能解决 */
        needs?: "kind" | "columns" | "region" | "document" | "dates";
    }[];
};
export type Matter = {
    id: string;
    name: string;
    /** paper 证明，duty 工作，demand 诉求，rule 规定 */
    sort: "paper" | "duty" | "demand" | "rule";
    /** 一句话说明 */
    "is": string;
    /** 诉求的三事分流 */
    "class": ("government" | "consult" | "self") | null;
    /** 有几个清单条目 */
    rows: number;
};
export type Region = {
    code: string;
    name: string;
    level: "country" | "province" | "prefecture" | "county" | "township" | "village";
    parent: string | null;
};
export type ApplicationDraft = {
    task?: string;
    department?: string;
    description?: string;
    basis?: string;
    scope?: string;
    "from"?: string;
    to?: string;
    workload?: string;
    staff?: {
        what: string;
        amount?: number;
        due?: string;
    };
    funds?: {
        what: string;
        amount?: number;
        due?: string;
    };
    power?: string;
    forms?: string[];
    plaques?: string[];
    apps?: string[];
    contact?: string;
};
export type Admission = {
    id: string;
    "number": string;
    /** 查询码 */
    code: string;
    region: string;
    regionName: string;
    state: "draft" | "submitted" | "returned" | "reviewed" | "met" | "admitted" | "rejected" | "revoked" | "withdrawn";
    /** 今天的状态：实施中、已到期由日期推出 */
    stateToday: "draft" | "submitted" | "returned" | "reviewed" | "met" | "admitted" | "rejected" | "revoked" | "withdrawn" | "in-force" | "expired";
    application: ApplicationDraft;
    createdOn: string;
    changedOn: string;
    submittedOn: string | null;
    /** 提交时对照清单、核对依据的结果 */
    screening: {
        on: string;
        verdict: string;
        said: string[];
        near: string[];
        basis: string[];
        notes: string[];
    } | null;
    returned: {
        on: string;
        by: string;
        reason: string;
    } | null;
    review: {
        on: string;
        by: string;
        agrees: boolean;
        text: string;
    } | null;
    meeting: {
        on: string;
        by: string;
        agrees: boolean;
        text: string;
        participants: string[];
    } | null;
    decision: {
        on: string;
        by: string;
        admitted: boolean;
        reason: string;
        "number": string;
        "from": string | null;
        to: string | null;
    } | null;
    receipts: {
        means: "funds" | "staff";
        on: string;
        by: string;
        amount: number | null;
        proof: string;
    }[];
    revoked: {
        on: string;
        by: string;
        reason: string;
        "from": string;
    } | null;
    withdrawn: {
        on: string;
        by: string;
        reason: string;
    } | null;
};
export type ApplicationDraftInput = {
    task?: string;
    department?: string;
    description?: string;
    basis?: string;
    scope?: string;
    "from"?: string;
    to?: string;
    workload?: string;
    staff?: {
        what: string;
        amount?: number;
        due?: string;
    };
    funds?: {
        what: string;
        amount?: number;
        due?: string;
    };
    power?: string;
    forms?: string[];
    plaques?: string[];
    apps?: string[];
    contact?: string;
};
export type NewAdmissionInput = {
    /** 在哪个地区实施 */
    region: string;
    application: ApplicationDraftInput;
};
export type AdmissionSeen = {
    id: string;
    "number": string;
    /** 查询码 */
    code: string;
    region: string;
    regionName: string;
    state: "draft" | "submitted" | "returned" | "reviewed" | "met" | "admitted" | "rejected" | "revoked" | "withdrawn";
    /** 今天的状态：实施中、已到期由日期推出 */
    stateToday: "draft" | "submitted" | "returned" | "reviewed" | "met" | "admitted" | "rejected" | "revoked" | "withdrawn" | "in-force" | "expired";
    application: ApplicationDraft;
    createdOn: string;
    changedOn: string;
    submittedOn: string | null;
    /** 提交时对照清单、核对依据的结果 */
    screening: {
        on: string;
        verdict: string;
        said: string[];
        near: string[];
        basis: string[];
        notes: string[];
    } | null;
    returned: {
        on: string;
        by: string;
        reason: string;
    } | null;
    review: {
        on: string;
        by: string;
        agrees: boolean;
        text: string;
    } | null;
    meeting: {
        on: string;
        by: string;
        agrees: boolean;
        text: string;
        participants: string[];
    } | null;
    decision: {
        on: string;
        by: string;
        admitted: boolean;
        reason: string;
        "number": string;
        "from": string | null;
        to: string | null;
    } | null;
    receipts: {
        means: "funds" | "staff";
        on: string;
        by: string;
        amount: number | null;
        proof: string;
    }[];
    revoked: {
        on: string;
        by: string;
        reason: string;
        "from": string;
    } | null;
    withdrawn: {
        on: string;
        by: string;
        reason: string;
    } | null;
    /** 现在您能办的步骤：按状态、当地的准入程序和您的身份 */
    next: ("amend" | "submit" | "withdraw" | "return" | "review" | "meet" | "decide" | "revoke" | "receive")[];
};
export type AdmissionHistory = {
    "number": number;
    at: string;
    day: string;
    actorName: string;
    event: {
        "type": "create";
    } | ({
        "type": "amend";
        application: {
            task?: string;
            department?: string;
            description?: string;
            basis?: string;
            scope?: string;
            "from"?: string;
            to?: string;
            workload?: string;
            staff?: {
                what: string;
                amount?: number;
                due?: string;
            };
            funds?: {
                what: string;
                amount?: number;
                due?: string;
            };
            power?: string;
            forms?: string[];
            plaques?: string[];
            apps?: string[];
            contact?: string;
        };
    } | {
        "type": "submit";
    } | {
        "type": "return";
        /** 要补什么 */
        reason: string;
    } | {
        "type": "review";
        agrees: boolean;
        /** 审核意见 */
        text: string;
    } | {
        "type": "meet";
        agrees: boolean;
        /** 会商意见 */
        text: string;
        /** 参加会商的单位 */
        participants: string[];
    } | {
        "type": "decide";
        admit: boolean;
        reason: string;
        /** 决定书的文号，默认用申请的编号 */
        "number"?: string;
        /** 从哪天起，默认按申请 */
        "from"?: string;
        /** 到哪天止，默认按申请 */
        to?: string;
    } | {
        "type": "withdraw";
        reason: string;
    } | {
        "type": "revoke";
        reason: string;
        "from"?: string;
    } | {
        "type": "receive";
        means: "funds" | "staff";
        amount?: number;
        /** 凭证或说明 */
        proof: string;
    });
};
export type AdmissionEventInput = {
    "type": "amend";
    application: {
        task?: string;
        department?: string;
        description?: string;
        basis?: string;
        scope?: string;
        "from"?: string;
        to?: string;
        workload?: string;
        staff?: {
            what: string;
            amount?: number;
            due?: string;
        };
        funds?: {
            what: string;
            amount?: number;
            due?: string;
        };
        power?: string;
        forms?: string[];
        plaques?: string[];
        apps?: string[];
        contact?: string;
    };
} | {
    "type": "submit";
} | {
    "type": "return";
    /** 要补什么 */
    reason: string;
} | {
    "type": "review";
    agrees: boolean;
    /** 审核意见 */
    text: string;
} | {
    "type": "meet";
    agrees: boolean;
    /** 会商意见 */
    text: string;
    /** 参加会商的单位 */
    participants: string[];
} | {
    "type": "decide";
    admit: boolean;
    reason: string;
    /** 决定书的文号，默认用申请的编号 */
    "number"?: string;
    /** 从哪天起，默认按申请 */
    "from"?: string;
    /** 到哪天止，默认按申请 */
    to?: string;
} | {
    "type": "withdraw";
    reason: string;
} | {
    "type": "revoke";
    reason: string;
    "from"?: string;
} | {
    "type": "receive";
    means: "funds" | "staff";
    amount?: number;
    /** 凭证或说明 */
    proof: string;
};
export type CaseRow = {
    id: string;
    /** 件号 */
    "number": string;
    region: string;
    /** demand 诉求，paper 开证明 */
    kind: "demand" | "paper";
    /** received 已接件，consulting 协商中，routed 已流转，returned 已退回，resolved 待出件，replied 待回访，closed 已办结，withdrawn 已撤回 */
    state: "received" | "consulting" | "routed" | "returned" | "resolved" | "replied" | "closed" | "withdrawn";
    "class": ("government" | "consult" | "self") | null;
    /** 诉求内容，个人信息已遮去 */
    text: string;
    matter: string | null;
    /** 现在由谁办 */
    office: string | null;
    receivedOn: string;
    due: {
        /** 下一步：流转、办出结果、出件、回访 */
        "for": "move" | "result" | "reply" | "visit";
        day: string;
        /** 为 false 时这一年的放假安排未见，只除去了周末 */
        sure: boolean;
    } | null;
    told: {
        soon: string | null;
        late: string | null;
    };
};
export type NewCaseInput = {
    /** 要办的事 */
    text: string;
    /** 哪个社区；不写为自己的 */
    region?: string;
    /** window 窗口，phone 电话记录，chat 对话，page 网页 */
    source?: "window" | "phone" | "chat" | "page";
    /** 诉求还是开证明；不写由程序看 */
    kind?: "demand" | "paper";
    /** 怎么称呼、电话、地点；加密保存 */
    contact?: {
        name?: string | null;
        phone?: string | null;
        place?: string | null;
    };
    /** 请求编号，自己取一个猜不到的；同一个编号再来一次不会再接一件 */
    key?: string;
};
export type Case = {
    "number": string;
    region: string;
    /** 查询码，给来办事的人 */
    code: string;
    "case": {
        kind: "demand" | "paper";
        /** received 已接件，consulting 协商中，routed 已流转，returned 已退回，resolved 待出件，replied 待回访，closed 已办结，withdrawn 已撤回 */
        state: "received" | "consulting" | "routed" | "returned" | "resolved" | "replied" | "closed" | "withdrawn";
        region: string;
        source: "window" | "phone" | "chat" | "page";
        receivedOn: string;
        text: string;
        sorting: {
            "class": ("government" | "consult" | "self") | null;
            matter: string | null;
            why: string;
            responsible: string | null;
            committee: string | null;
            turnTo: string | null;
            basis: string[];
            by: "lists" | "person";
        };
        paper: {
            name: string;
            verdict: "autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "not-listed" | "information" | "clarify" | "out-of-scope" | "triage-government" | "triage-consult" | "triage-self";
            band: "answer" | "confirm" | "abstain";
            says: string[];
            gaps: string[];
            route: string | null;
            basis: string[];
        } | null;
        office: {
            name: string;
            level: "street" | "department";
            since: string;
        } | null;
        meetings: {
            day: string;
            place: string | null;
            participants: string[];
            note: string;
            result: string;
            agreed: boolean;
        }[];
        returns: {
            day: string;
            "from": string;
            reason: string;
        }[];
        escalations: number;
        extended: string | null;
        result: {
            day: string;
            text: string;
            outcome: "done" | "guided" | "agreed" | "issued" | "refused";
            paperNumber: string | null;
        } | null;
        reply: {
            day: string;
            text: string;
            how: string;
        } | null;
        visits: {
            day: string;
            satisfied: boolean | null;
            note: string;
        }[];
        due: {
            /** 下一步：流转、办出结果、出件、回访 */
            "for": "move" | "result" | "reply" | "visit";
            day: string;
            /** 为 false 时这一年的放假安排未见，只除去了周末 */
            sure: boolean;
        } | null;
        told: {
            soon: string | null;
            late: string | null;
        };
        attachments: {
            no: number;
            name: string;
            mediaType: string;
            size: number;
            sha256: string;
        }[];
    };
    contact: {
        name: string | null;
        phone: string | null;
        place: string | null;
    } | null;
    history: {
        at: string;
        actor: string;
        "type": string;
        detail: {
            [key: string]: any;
        };
    }[];
};
export type CaseStatistics = {
    total: number;
    open: number;
    overdue: number;
    closed: number;
    byClass: {
        government: number;
        consult: number;
        self: number;
        unsorted: number;
    };
    byKind: {
        demand: number;
        paper: number;
    };
    issued: number;
    refused: number;
    returned: number;
    escalated: number;
    /** 一半的件在几天内办出结果；还没有的为 null */
    medianDays: number | null;
    /** 按时的比例，0 到 1 */
    inTime: number | null;
    visited: number;
    satisfied: number;
    /** 最多的事，各几件 */
    matters: never[][];
};
export type CaseEventInput = {
    "type": "sort";
    /** 三事分流：government 大事，consult 小事，self 私事 */
    "class": "government" | "consult" | "self";
    reason: string;
} | {
    "type": "route";
    to: string;
    level?: "street" | "department";
} | {
    "type": "return";
    reason: string;
} | {
    "type": "escalate";
    to: string;
    level?: "street" | "department";
    reason: string;
} | {
    "type": "meet";
    participants: string[];
    place?: string | null;
    note: string;
    result: string;
    agreed: boolean;
} | {
    "type": "guide";
    text: string;
} | {
    "type": "resolve";
    text: string;
} | {
    "type": "issue";
    text: string;
    basis?: string | null;
} | {
    "type": "refuse";
    reason: string;
} | {
    "type": "reply";
    text: string;
    how: string;
} | {
    "type": "visit";
    satisfied: boolean;
    note: string;
} | {
    "type": "close";
    reason: string;
} | {
    "type": "withdraw";
    reason: string;
} | {
    "type": "extend";
    days: number;
    reason: string;
};
export type CaseStatus = {
    "number": string;
    receivedOn: string;
    kind: "demand" | "paper";
    about: string;
    state: string;
    sorted: string;
    why: string;
    office: string | null;
    due: string | null;
    result: string | null;
    paperNumber: string | null;
    reply: string | null;
    returns: string[];
};
export type RegisterKind = {
    id: "seal" | "forms" | "fields" | "boards" | "channels" | "meetings" | "assessments" | "plans" | "covenants" | "organisations";
    name: string;
    /** 记什么 */
    "is": string;
    /** 要谁决定的叫什么：准入、核准；只是记录的为 null */
    decides: string | null;
    fields: {
        key: string;
        label: string;
        sort: "text" | "date" | "whole" | "choice" | "list" | "yes";
        choices: string[];
        required: boolean;
        hint: string | null;
        /** 写的是个人，只有本社区看得到 */
        personal: boolean;
    }[];
    /** 各种状态在这本台账里怎么说 */
    states: {
        [key: string]: string;
    };
};
export type RegisterSummary = {
    total: number;
    /** 一句话 */
    line: string;
    tables: {
        name: string;
        rows: string[][];
    }[];
    /** 对照本地区规定的数量，超没超 */
    limits: string[];
};
export type RegisterImport = {
    /** 能导入几行 */
    readable: number;
    faults: string[];
    /** 已导入的登记的 id */
    added: string[];
};
export type RegisterEntry = {
    id: string;
    "number": string;
    kind: "seal" | "forms" | "fields" | "boards" | "channels" | "meetings" | "assessments" | "plans" | "covenants" | "organisations";
    region: string;
    place: string;
    day: string;
    /** recorded 在册、还没有决定，admitted 已批准，refused 不批准，ended 已停用 */
    state: "recorded" | "admitted" | "refused" | "ended";
    values: {
        [key: string]: string | number | boolean | string[];
    };
    decided: {
        day: string;
        by: string;
        "number": string | null;
        reason: string | null;
    } | null;
    ended: {
        day: string;
        reason: string;
    } | null;
};
export type NewRegisterEntryInput = {
    /** 哪个社区；不写为自己的 */
    region?: string;
    /** 社区（村）的名称 */
    place?: string;
    /** 按栏目的 key 填 */
    values: {
        [key: string]: string | number | boolean | string[];
    };
};
export type RegisterEventInput = {
    "type": "amend";
    /** 只写要改的栏目 */
    values: {
        [key: string]: string | number | boolean | string[];
    };
} | {
    "type": "admit";
    "number"?: string | null;
    reason?: string | null;
} | {
    "type": "refuse";
    reason: string;
} | {
    "type": "reopen";
    reason: string;
} | {
    "type": "end";
    reason: string;
};
export type Campaign = {
    id: string;
    "number": string;
    title: string;
    region: string;
    /** self-check 自查，on-site 明察暗访和整改，closed 已办结 */
    state: "self-check" | "on-site" | "closed";
    begun: string;
    /** 自查表哪天以前交 */
    selfCheckBy: string;
    closed: {
        day: string;
        by: string;
        note: string;
    } | null;
};
export type NewCampaignInput = {
    title: string;
    /** 督察哪个地区；不写为自己的 */
    region?: string;
    /** 自查表哪天以前交 */
    selfCheckBy: string;
    /** 登记从哪天起算；不写为当年1月1日 */
    "from"?: string;
    /** 给哪些社区（村）自查表 */
    communities: {
        region: string;
        place: string;
    }[];
};
export type SelfCheckSheet = {
    campaign: string;
    region: string;
    place: string;
    state: "open" | "submitted";
    answers: {
        [key: string]: {
            /** 登记里的数 */
            counted: number | null;
            said: string;
        };
    };
    submitted: {
        day: string;
        by: string;
    } | null;
    returned: string | null;
};
export type Finding = {
    id: string;
    campaign: string;
    region: string;
    place: string;
    /** open 整改中，rectified 待复查，closed 已销号 */
    state: "open" | "rectified" | "closed";
    visit: {
        day: string;
        by: string;
        announced: boolean;
    };
    question: string | null;
    text: string;
    photos: string[];
    due: string;
    rectified: {
        day: string;
        by: string;
        text: string;
        proofs: string[];
    } | null;
    rechecks: {
        day: string;
        by: string;
        done: boolean;
        note: string;
    }[];
};
export type Inspection = {
    campaign: Campaign;
    sheets: SelfCheckSheet[];
    findings: Finding[];
    overall: {
        region: string;
        place: string;
        sheets: number;
        submitted: number;
        findings: number;
        open: number;
        overdue: number;
        rectified: number;
        closed: number;
    };
    communities: {
        region: string;
        place: string;
        sheets: number;
        submitted: number;
        findings: number;
        open: number;
        overdue: number;
        rectified: number;
        closed: number;
    }[];
    /** 自查表的题：answers 里的编号、哪一方面、怎么问 */
    questions: {
        id: string;
        chapter: string;
        ask: string;
    }[];
};
export type CampaignEventInput = {
    "type": "start-visits";
} | {
    "type": "extend";
    /** YYYY-MM-DD */
    selfCheckBy: string;
} | {
    "type": "close";
    note?: string;
};
export type SheetEventInput = {
    "type": "answer";
    said: {
        [key: string]: string;
    };
} | {
    "type": "submit";
} | {
    "type": "return";
    reason: string;
};
export type NewVisitInput = {
    /** 哪个社区 */
    region: string;
    place?: string;
    /** 哪天去的；不写为今天 */
    day?: string;
    /** 谁去的；不写为记录的人 */
    by?: string;
    /** 明察为 true，暗访为 false */
    announced?: boolean;
    findings: {
        text: string;
        /** 自查表里的哪一题 */
        question?: string | null;
        photos?: string[];
        /** 哪天以前改好 */
        due: string;
    }[];
};
export type FindingEventInput = {
    "type": "rectify";
    text: string;
    proofs?: string[];
} | {
    "type": "recheck";
    done: true;
    note?: string;
} | {
    "type": "recheck";
    done: boolean;
    note?: string;
    /** YYYY-MM-DD */
    due: string;
} | {
    "type": "extend";
    /** YYYY-MM-DD */
    due: string;
};
export type OpenQuestion = {
    /** 答复编号 */
    id: string;
    at: string;
    /** 已去个人信息 */
    text: string;
    role: ("resident" | "worker" | "official") | null;
    region: string | null;
    verdict: "autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "not-listed" | "information" | "clarify" | "out-of-scope" | "triage-government" | "triage-consult" | "triage-self";
    /** wrong 被说不对，asked-back 反问，not-listed 清单未列，out-of-scope 不在范围 */
    why: "wrong" | "corrected" | "asked-back" | "not-listed" | "out-of-scope";
    /** 说不对以后讲的原因 */
    said: string[];
};
export type ReviewGroup = {
    id: string;
    /** open 待办，proposed 已提案 */
    state: "open" | "proposed";
    count: number;
    counts: {
        [key: string]: number;
    };
    newest: string;
    /** 新的在前；列表里最多 3 个，单看一组最多 500 个 */
    questions: OpenQuestion[];
    /** 由这组问题提过的提案 */
    proposals: string[];
};
export type AnswerChange = {
    text: string;
    region: string | null;
    before: {
        verdict: "autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "not-listed" | "information" | "clarify" | "out-of-scope" | "triage-government" | "triage-consult" | "triage-self";
        band: "answer" | "confirm" | "abstain";
        name: string | null;
        row: string | null;
    };
    after: {
        verdict: "autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "not-listed" | "information" | "clarify" | "out-of-scope" | "triage-government" | "triage-consult" | "triage-self";
        band: "answer" | "confirm" | "abstain";
        name: string | null;
        row: string | null;
    };
    /** 原来对不对、以后对不对 */
    right: {
        before: boolean;
        after: boolean;
    } | null;
};
export type ProposalTrial = {
    at: string;
    /** 提案里的问法 */
    own: AnswerChange[];
    /** 本单位留存的问题 */
    office: {
        asked: number;
        changed: number;
        worse: number;
        better: number;
        changes: AnswerChange[];
    };
    /** 随程序发布的问题 */
    shipped: {
        asked: number;
        changed: number;
        worse: number;
        better: number;
        changes: AnswerChange[];
    };
};
export type Proposal = {
    id: string;
    state: "proposed" | "accepted" | "rejected" | "withdrawn" | "revoked";
    region: string;
    regionName: string;
    aim: {
        "type": "wordings";
        /** 事项编号；不归社区管、也不归哪份清单的用 none:certificate、none:task、none:offtopic、none:vague */
        matter: string;
    } | {
        "type": "matter";
        matter: {
            id: string;
            name: string;
            sort: "paper" | "duty" | "demand" | "rule";
            "is": string;
            triage?: {
                "class": "government" | "consult" | "self";
                why: string;
                responsible: string;
                committee: string;
                basis: {
                    law: string;
                    article: string;
                    version?: string;
                    "number"?: string;
                    edition?: string;
                    "from"?: string;
                    earlier?: {
                        law: string;
                        article: string;
                        version?: string;
                    };
                    region?: string;
                    evidence?: "primary" | "partial" | "secondary";
                    says: string;
                }[];
                turnTo: string;
            };
        };
    };
    matterName: string;
    wordings: string[];
    /** 由几个问题提的 */
    questions: number;
    note: string | null;
    proposedBy: {
        id: string;
        name: string;
    };
    proposedAt: string;
    decidedBy: {
        id: string;
        name: string;
    } | null;
    decidedAt: string | null;
    reason: string | null;
    trial: ProposalTrial | null;
    /** 试答以后清单没有变过，可以接受 */
    fresh: boolean;
    /** 正在试答，做到哪里 */
    trying: {
        done: number;
        total: number;
    } | null;
    /** 上次试答没有做完的原因 */
    failed: string | null;
    may: {
        accept: boolean;
        reject: boolean;
        withdraw: boolean;
        revoke: boolean;
    };
};
export type NewProposalInput = {
    aim: {
        "type": "wordings";
        /** 事项编号；不归社区管、也不归哪份清单的用 none:certificate、none:task、none:offtopic、none:vague */
        matter: string;
    } | {
        "type": "matter";
        matter: {
            id: string;
            name: string;
            sort: "paper" | "duty" | "demand" | "rule";
            "is": string;
            triage?: {
                "class": "government" | "consult" | "self";
                why: string;
                responsible: string;
                committee: string;
                basis: {
                    law: string;
                    article: string;
                    version?: string;
                    "number"?: string;
                    edition?: string;
                    "from"?: string;
                    earlier?: {
                        law: string;
                        article: string;
                        version?: string;
                    };
                    region?: string;
                    evidence?: "primary" | "partial" | "secondary";
                    says: string;
                }[];
                turnTo: string;
            };
        };
    };
    /** 哪一组未答问题 */
    group?: string;
    /** 只用组里的这几个问题 */
    questions?: string[];
    /** 问法；不写就用问题的原话 */
    wordings?: string[];
    note?: string | null;
    /** 为哪个地区提；不写为自己的 */
    region?: string;
};
export type ProposalEventInput = {
    "type": "accept";
    reason?: string;
} | {
    "type": "reject";
    reason: string;
} | {
    "type": "withdraw";
    reason?: string;
} | {
    "type": "revoke";
    reason: string;
};
export type KeptQuestion = {
    id: string;
    text: string;
    role: ("resident" | "worker" | "official") | null;
    region: string | null;
    expected: ("autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "not-listed" | "information" | "clarify" | "out-of-scope" | "triage-government" | "triage-consult" | "triage-self")[];
    row: string | null;
    note: string | null;
    keptBy: string;
    keptAt: string;
};
export type NewKeptQuestionInput = {
    /** 答复编号，或问题本身 */
    question: string;
    region?: string | null;
    expected: ("autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "not-listed" | "information" | "clarify" | "out-of-scope" | "triage-government" | "triage-consult" | "triage-self")[];
    row?: string | null;
    note?: string | null;
};
export type AnswerWeek = {
    /** 第一天 */
    "from": string;
    /** 最后一天（含） */
    to: string;
    /** 各种判定各答了几次 */
    verdicts: {
        [key: string]: number;
    };
    /** 没答上、反问的 */
    open: number;
    /** 被说不对的 */
    wrong: number;
    /** 被说有用的 */
    useful: number;
    /** 研判了几份通知 */
    notices: number;
};
export type CorrectedTask = {
    start: number;
    end: number;
    phrase: string;
    /** 研判原来的判定；漏标的为 null */
    verdict: ("autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "not-listed" | "information" | "clarify" | "out-of-scope" | "triage-government" | "triage-consult" | "triage-self") | null;
    /** 改成了什么，一句话 */
    said: string;
};
export type Account = {
    id: string;
    name: string;
    role: "worker" | "secretary" | "street" | "county-lead" | "county-department" | "city" | "admin" | "auditor";
    /** 区划代码 */
    region: string;
    regionName: string;
    department?: string;
    createdAt: string;
    /** 停用的时间；在用的为 null */
    disabledAt: string | null;
};
export type NewAccountInput = {
    /** 登录名 */
    name: string;
    role: "worker" | "secretary" | "street" | "county-lead" | "county-department" | "city" | "admin" | "auditor";
    /** 地区：全称、简称，或 6、9、12 位区划代码 */
    region: string;
    /** 区县部门的用户是哪个部门 */
    department?: string | null;
    /** 不写就还不能登录 */
    password?: string | null;
};
export type ApiKey = {
    id: string;
    /** 给谁用 */
    name: string;
    /** 请求里没写地区时按哪个地区答；不限为 null */
    region: string | null;
    /** 能做什么 */
    scopes: ("messages" | "answers" | "screenings" | "lists" | "mcp")[];
    perMinute: number;
    createdAt: string;
    /** 停用的时间；在用的为 null */
    revokedAt: string | null;
};
export type NewApiKeyInput = {
    /** 给谁用，如 区政务热线 */
    name: string;
    region?: string | null;
    scopes?: ("messages" | "answers" | "screenings" | "lists" | "mcp")[];
    /** 每分钟最多几次请求 */
    perMinute?: number;
};
export type AuditRow = {
    seq: number;
    at: string;
    actor: string;
    action: string;
    subject: string;
    detail: {
        [key: string]: any;
    };
    previous: string;
    hash: string;
};
export type LoggedAnswer = {
    /** 答复编号 */
    id: string;
    at: string;
    channel: string;
    /** 问题，个人信息已遮去 */
    text: string;
    role: string | null;
    region: string | null;
    verdict: "autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "not-listed" | "information" | "clarify" | "out-of-scope" | "triage-government" | "triage-consult" | "triage-self";
    band: string;
    probability: number;
    itemId: string | null;
    catalogueVersion: string;
    /** 能不能用当时的清单重答 */
    replayable: boolean;
};
export type Replay = {
    id: string;
    at: string;
    question: string;
    /** 当时的清单版本 */
    catalogueVersion: string;
    program: string;
    /** 重答的全文 */
    answer: string;
    /** 与当时的答复是否完全一致 */
    same: boolean;
};
export type AuditReport = {
    rows: number;
    head: {
        seq: number;
        hash: string;
    };
    findings: {
        seq: number;
        fault: string;
        message: string;
    }[];
};
/**
 * 在会话里说一句话，得到回复
 */
export function sendMessage(message: Message, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: MessageResult;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 413;
        data: Problem;
    } | {
        status: 415;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 500;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/messages", oazapfts.json({
        ...opts,
        method: "POST",
        body: message
    }));
}
/**
 * 实时接收一次会话的回复（server-sent events，事件名 replies）
 */
export function followConversation(conversationId: string, { lastEventId }: {
    lastEventId?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/conversations/${encodeURIComponent(conversationId)}/events`, {
        ...opts,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "Last-Event-ID": lastEventId
        })
    });
}
/**
 * 问一件事、一张证明归不归社区，得到判定和依据
 */
export function answerQuestion(question: Question, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Answer;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 413;
        data: Problem;
    } | {
        status: 415;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 500;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/answers", oazapfts.json({
        ...opts,
        method: "POST",
        body: question
    }));
}
/**
 * 研判一份通知：逐项看哪些任务该不该由社区承担
 */
export function screenNotice(notice: Notice, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Screening;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 413;
        data: Problem;
    } | {
        status: 415;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 500;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/screenings", oazapfts.json({
        ...opts,
        method: "POST",
        body: notice
    }));
}
/**
 * 登录；连续五次密码不对，账号停用一刻钟
 */
export function signIn(loginInput: LoginInput, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Session;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/session", oazapfts.json({
        ...opts,
        method: "POST",
        body: loginInput
    }));
}
/**
 * 现在是谁、什么角色、能做什么
 */
export function whoAmI(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: User;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    }>("/api/v1/session", {
        ...opts
    });
}
/**
 * 退出登录
 */
export function signOut(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 204;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    }>("/api/v1/session", {
        ...opts,
        method: "DELETE"
    });
}
/**
 * 除了用户名和密码，还可以怎样登录
 */
export function signInWays(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: SignInWays;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/session/ways", {
        ...opts
    });
}
/**
 * 各张清单，已载几项、应有几项
 */
export function listLists({ kind, region, document, q, limit, cursor }: {
    kind?: "autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "reference";
    region?: string;
    document?: string;
    q?: string;
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: List[];
            /** 取下一页时放在 cursor 里；没有下一页为 null */
            next: string | null;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/lists${QS.query(QS.explode({
        kind,
        region,
        document,
        q,
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * 一张清单；它的各项用 /api/v1/items?list= 取
 */
export function readList(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: List;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/lists/${encodeURIComponent(id)}`, {
        ...opts
    });
}
/**
 * 清单里的各项和文件里的各条，可按字查
 */
export function listItems({ $type, kind, region, holdsIn, document, list, matter, inForce, q, limit, cursor }: {
    $type?: "item" | "provision";
    kind?: "autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "reference";
    region?: string;
    holdsIn?: string;
    document?: string;
    list?: string;
    matter?: string;
    inForce?: "true" | "false";
    q?: string;
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: Item[];
            /** 取下一页时放在 cursor 里；没有下一页为 null */
            next: string | null;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/items${QS.query(QS.explode({
        "type": $type,
        kind,
        region,
        holdsIn,
        document,
        list,
        matter,
        inForce,
        q,
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * 一项或一条，带出处
 */
export function readItem(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Item;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/items/${encodeURIComponent(id)}`, {
        ...opts
    });
}
/**
 * 知识库里的文件
 */
export function listDocuments({ region, status, imported, q, limit, cursor }: {
    region?: string;
    status?: "in-force" | "superseded" | "repealed" | "unknown";
    imported?: "true" | "false";
    q?: string;
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: Document[];
            /** 取下一页时放在 cursor 里；没有下一页为 null */
            next: string | null;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/documents${QS.query(QS.explode({
        region,
        status,
        imported,
        q,
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * 一份文件；它的清单用 /api/v1/lists?document= 取，各条用 /api/v1/items?document=
 */
export function readDocument(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Document;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/documents/${encodeURIComponent(id)}`, {
        ...opts
    });
}
/**
 * 撤下导入的文件；各个版本都留着，随程序发布的同编号文件重新生效
 */
export function withdrawDocument(reason: string, id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            version: number;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/documents/${encodeURIComponent(id)}${QS.query(QS.explode({
        reason
    }))}`, {
        ...opts,
        method: "DELETE"
    });
}
/**
 * 附上的全文；写了 locator 时只给那一条
 */
export function documentText(id: string, { locator }: {
    locator?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            documentId: string;
            text: string;
            locator: string | null;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/documents/${encodeURIComponent(id)}/text${QS.query(QS.explode({
        locator
    }))}`, {
        ...opts
    });
}
/**
 * 附上全文（docx、pdf、txt 等），回答时引用原文：multipart/form-data，文件放在 file 里
 */
export function attachText(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            characters: number;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 413;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/documents/${encodeURIComponent(id)}/text`, {
        ...opts,
        method: "PUT"
    });
}
/**
 * 取下附过的全文
 */
export function detachText(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 204;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/documents/${encodeURIComponent(id)}/text`, {
        ...opts,
        method: "DELETE"
    });
}
/**
 * 导入过的各个版本，早的在前
 */
export function listVersions(id: string, { limit, cursor }: {
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: DocumentVersion[];
            /** 取下一页时放在 cursor 里；没有下一页为 null */
            next: string | null;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/documents/${encodeURIComponent(id)}/versions${QS.query(QS.explode({
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * 一个版本的全部内容；0 是随程序的一版
 */
export function readVersion(id: string, $number: number, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            [key: string]: any;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/documents/${encodeURIComponent(id)}/versions/${encodeURIComponent($number)}`, {
        ...opts
    });
}
/**
 * 两个版本有什么不同
 */
export function compareVersions($from: number, to: number, id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: Difference[];
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/documents/${encodeURIComponent(id)}/differences${QS.query(QS.explode({
        "from": $from,
        to
    }))}`, {
        ...opts
    });
}
/**
 * 一份空白的清单表（.xlsx），填好再导入
 */
export function importTemplate(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/imports/template", {
        ...opts
    });
}
/**
 * 试导入一份清单：认成什么、逐行归入哪个事项、与现行的有什么不同，什么都不改动：multipart/form-data，文件放在 file 里，说明放在 asked 里（ImportAsked 的 JSON，可以不写）
 */
export function tryImport(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ImportSeen;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 413;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/imports/trial", {
        ...opts,
        method: "POST"
    });
}
/**
 * 发布试导入看过的清单，马上生效：multipart/form-data，文件放在 file 里，说明放在 asked 里（ImportAsked 的 JSON，可以不写），再加 seen
 */
export function publishImport(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: {
            versions: {
                documentId: string;
                "number": number;
                /** 为 false 时与现行的一版相同，没有改动 */
                isNew: boolean;
            }[];
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 409;
        data: Problem;
    } | {
        status: 413;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/imports", {
        ...opts,
        method: "POST"
    });
}
/**
 * 事项库：问得到的事
 */
export function listMatters({ sort, q, limit, cursor }: {
    sort?: "paper" | "duty" | "demand" | "rule";
    q?: string;
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: Matter[];
            /** 取下一页时放在 cursor 里；没有下一页为 null */
            next: string | null;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/matters${QS.query(QS.explode({
        sort,
        q,
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * 一个事项；它的条目用 /api/v1/items?matter= 取
 */
export function readMatter(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            id: string;
            name: string;
            /** paper 证明，duty 工作，demand 诉求，rule 规定 */
            sort: "paper" | "duty" | "demand" | "rule";
            /** 一句话说明 */
            "is": string;
            /** 诉求的三事分流 */
            "class": ("government" | "consult" | "self") | null;
            /** 有几个清单条目 */
            rows: number;
            triage?: {
                "class": "government" | "consult" | "self";
                why: string;
                responsible: string;
                committee: string;
                basis: {
                    law: string;
                    article: string;
                    version?: string;
                    "number"?: string;
                    edition?: string;
                    "from"?: string;
                    earlier?: {
                        law: string;
                        article: string;
                        version?: string;
                    };
                    region?: string;
                    evidence?: "primary" | "partial" | "secondary";
                    says: string;
                }[];
                turnTo: string;
            };
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/matters/${encodeURIComponent(id)}`, {
        ...opts
    });
}
/**
 * 地区表：按上级、级别、字查
 */
export function listRegions({ parent, level, q, limit, cursor }: {
    parent?: string;
    level?: "country" | "province" | "prefecture" | "county" | "township" | "village";
    q?: string;
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: Region[];
            /** 取下一页时放在 cursor 里；没有下一页为 null */
            next: string | null;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/regions${QS.query(QS.explode({
        parent,
        level,
        q,
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * 列出能看的准入申请，新的在前
 */
export function listAdmissions({ region, state, limit, cursor }: {
    region?: string;
    state?: "draft" | "submitted" | "returned" | "reviewed" | "met" | "admitted" | "rejected" | "revoked" | "withdrawn";
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: Admission[];
            /** 取下一页时放在 cursor 里；没有下一页为 null */
            next: string | null;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/admissions${QS.query(QS.explode({
        region,
        state,
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * 新建准入申请（草稿）
 */
export function openAdmission(newAdmissionInput: NewAdmissionInput, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: AdmissionSeen;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/admissions", oazapfts.json({
        ...opts,
        method: "POST",
        body: newAdmissionInput
    }));
}
/**
 * 一件准入申请
 */
export function readAdmission(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: AdmissionSeen;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/admissions/${encodeURIComponent(id)}`, {
        ...opts
    });
}
/**
 * 谁在什么时候办了哪一步
 */
export function admissionHistory(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: AdmissionHistory[];
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/admissions/${encodeURIComponent(id)}/history`, {
        ...opts
    });
}
/**
 * 办一步：修改、提交、退回、审核、会商、决定、撤回、撤销、登记到位
 */
export function actOnAdmission(id: string, admissionEventInput: AdmissionEventInput, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: AdmissionSeen;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 409;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/admissions/${encodeURIComponent(id)}/events`, oazapfts.json({
        ...opts,
        method: "POST",
        body: admissionEventInput
    }));
}
/**
 * 申请表、审核意见、决定书（.docx）
 */
export function admissionForm(id: string, form: "\u7533\u8BF7\u8868" | "\u5BA1\u6838\u610F\u89C1" | "\u51B3\u5B9A\u4E66", opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 409;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/admissions/${encodeURIComponent(id)}/forms/${encodeURIComponent(form)}`, {
        ...opts
    });
}
/**
 * 登记簿（所有申请）或年度目录（一年里实施过的事项），.xlsx
 */
export function admissionTable(table: "\u767B\u8BB0\u7C3F" | "\u5E74\u5EA6\u76EE\u5F55", { region, year }: {
    region?: string;
    year?: number;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/admissions/tables/${encodeURIComponent(table)}${QS.query(QS.explode({
        region,
        year
    }))}`, {
        ...opts
    });
}
/**
 * 列出能看的件，最近的在前
 */
export function listCases({ region, state, open, $class, $from, to, dueBy, limit, cursor }: {
    region?: string;
    state?: "received" | "consulting" | "routed" | "returned" | "resolved" | "replied" | "closed" | "withdrawn";
    open?: "true" | "false";
    $class?: "government" | "consult" | "self";
    $from?: string;
    to?: string;
    dueBy?: string;
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: CaseRow[];
            /** 取下一页时放在 cursor 里；没有下一页为 null */
            next: string | null;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/cases${QS.query(QS.explode({
        region,
        state,
        open,
        "class": $class,
        "from": $from,
        to,
        dueBy,
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * 接件：登记一件诉求或开证明的，给出件号和查询码
 */
export function openCase(newCaseInput: NewCaseInput, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: Case;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/cases", oazapfts.json({
        ...opts,
        method: "POST",
        body: newCaseInput
    }));
}
/**
 * 统计：多少件、哪几类、按时多少、满意多少
 */
export function caseStatistics({ region, $from, to }: {
    region?: string;
    $from?: string;
    to?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CaseStatistics;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/cases/statistics${QS.query(QS.explode({
        region,
        "from": $from,
        to
    }))}`, {
        ...opts
    });
}
/**
 * 一件的全部
 */
export function readCase($number: string, { region }: {
    region?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Case;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/cases/${encodeURIComponent($number)}${QS.query(QS.explode({
        region
    }))}`, {
        ...opts
    });
}
/**
 * 办一步：分流、流转、退回、提级、协商、引导、报送结果、出具或不予出具、出件、回访、办结、撤回、延期
 */
export function actOnCase($number: string, caseEventInput: CaseEventInput, { region }: {
    region?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Case;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 409;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/cases/${encodeURIComponent($number)}/events${QS.query(QS.explode({
        region
    }))}`, oazapfts.json({
        ...opts,
        method: "POST",
        body: caseEventInput
    }));
}
/**
 * 凭件号和查询码查办到哪一步，不用登录
 */
export function caseStatus(body: {
    "number": string;
    code: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CaseStatus;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/cases/status", oazapfts.json({
        ...opts,
        method: "POST",
        body
    }));
}
/**
 * 添加附件：PDF、图片、docx、xlsx，每个不超过 5 MB；用 multipart/form-data，文件放在 file 里
 */
export function attachToCase($number: string, { region }: {
    region?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: Case;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 409;
        data: Problem;
    } | {
        status: 413;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/cases/${encodeURIComponent($number)}/files${QS.query(QS.explode({
        region
    }))}`, {
        ...opts,
        method: "POST"
    });
}
/**
 * 取出附件
 */
export function caseFile($number: string, no: number, { region }: {
    region?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/cases/${encodeURIComponent($number)}/files/${encodeURIComponent(no)}${QS.query(QS.explode({
        region
    }))}`, {
        ...opts
    });
}
/**
 * 打印一张单子：回执、流转单、协商记录、答复、证明、告知单
 */
export function casePaper($number: string, paper: "\u56DE\u6267" | "\u6D41\u8F6C\u5355" | "\u534F\u5546\u8BB0\u5F55" | "\u7B54\u590D" | "\u8BC1\u660E" | "\u544A\u77E5\u5355", { region, format }: {
    region?: string;
    format?: "docx" | "txt";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 409;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/cases/${encodeURIComponent($number)}/papers/${encodeURIComponent(paper)}${QS.query(QS.explode({
        region,
        format
    }))}`, {
        ...opts
    });
}
/**
 * 有哪几种台账，各有哪些栏目
 */
export function listRegisters(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: RegisterKind[];
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/registers", {
        ...opts
    });
}
/**
 * 汇总：各有多少，谁要的最多
 */
export function registerSummary(kind: "seal" | "forms" | "fields" | "boards" | "channels" | "meetings" | "assessments" | "plans" | "covenants" | "organisations", { region, $from, to }: {
    region?: string;
    $from?: string;
    to?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: RegisterSummary;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/registers/${encodeURIComponent(kind)}/summary${QS.query(QS.explode({
        region,
        "from": $from,
        to
    }))}`, {
        ...opts
    });
}
/**
 * 几个单位都要的数据项：一次采集、多方共享
 */
export function sharedFields({ region, all }: {
    region?: string;
    all?: "true" | "false";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            tables: {
                name: string;
                rows: string[][];
            }[];
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/registers/shared-fields${QS.query(QS.explode({
        region,
        all
    }))}`, {
        ...opts
    });
}
/**
 * 一揽子综合考评：一年的考核评比并在一起，前后各几项
 */
export function assessmentPlan(year: number, { region }: {
    region?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            tables: {
                name: string;
                rows: string[][];
            }[];
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/registers/assessment-plan${QS.query(QS.explode({
        region,
        year
    }))}`, {
        ...opts
    });
}
/**
 * 一份空白登记表（.xlsx）
 */
export function registerTemplate(kind: "seal" | "forms" | "fields" | "boards" | "channels" | "meetings" | "assessments" | "plans" | "covenants" | "organisations", opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/registers/${encodeURIComponent(kind)}/template`, {
        ...opts
    });
}
/**
 * 导出登记（.xlsx），可以再导入
 */
export function registerSheet(kind: "seal" | "forms" | "fields" | "boards" | "channels" | "meetings" | "assessments" | "plans" | "covenants" | "organisations", { region, $from, to }: {
    region?: string;
    $from?: string;
    to?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/registers/${encodeURIComponent(kind)}/sheet${QS.query(QS.explode({
        region,
        "from": $from,
        to
    }))}`, {
        ...opts
    });
}
/**
 * 导入填好的登记表（.xlsx、.csv）：multipart/form-data，文件放在 file 里
 */
export function importRegister(kind: "seal" | "forms" | "fields" | "boards" | "channels" | "meetings" | "assessments" | "plans" | "covenants" | "organisations", opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: RegisterImport;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 413;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/registers/${encodeURIComponent(kind)}/import`, {
        ...opts,
        method: "POST"
    });
}
/**
 * 列出一个地区和它下面的登记，新的在前
 */
export function listRegisterEntries(kind: "seal" | "forms" | "fields" | "boards" | "channels" | "meetings" | "assessments" | "plans" | "covenants" | "organisations", { region, $from, to, state, limit, cursor }: {
    region?: string;
    $from?: string;
    to?: string;
    state?: "recorded" | "admitted" | "refused" | "ended";
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: RegisterEntry[];
            /** 取下一页时放在 cursor 里；没有下一页为 null */
            next: string | null;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/registers/${encodeURIComponent(kind)}/entries${QS.query(QS.explode({
        region,
        "from": $from,
        to,
        state,
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * 登记一条
 */
export function addRegisterEntry(kind: "seal" | "forms" | "fields" | "boards" | "channels" | "meetings" | "assessments" | "plans" | "covenants" | "organisations", newRegisterEntryInput: NewRegisterEntryInput, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: RegisterEntry;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 409;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/registers/${encodeURIComponent(kind)}/entries`, oazapfts.json({
        ...opts,
        method: "POST",
        body: newRegisterEntryInput
    }));
}
/**
 * 一条登记
 */
export function readRegisterEntry(kind: "seal" | "forms" | "fields" | "boards" | "channels" | "meetings" | "assessments" | "plans" | "covenants" | "organisations", id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: RegisterEntry;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/registers/${encodeURIComponent(kind)}/entries/${encodeURIComponent(id)}`, {
        ...opts
    });
}
/**
 * 修改、批准、不批准、重新研究、停用
 */
export function actOnRegisterEntry(kind: "seal" | "forms" | "fields" | "boards" | "channels" | "meetings" | "assessments" | "plans" | "covenants" | "organisations", id: string, registerEventInput: RegisterEventInput, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: RegisterEntry;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 409;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/registers/${encodeURIComponent(kind)}/entries/${encodeURIComponent(id)}/events`, oazapfts.json({
        ...opts,
        method: "POST",
        body: registerEventInput
    }));
}
/**
 * 一个地区和它下面的督察，还有上级督察这里的社区的，新的在前，最多 100 次
 */
export function listInspections({ region }: {
    region?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: Campaign[];
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/inspections${QS.query(QS.explode({
        region
    }))}`, {
        ...opts
    });
}
/**
 * 开始一次督察：给每个社区一张自查表，登记里有的数先填好
 */
export function beginInspection(newCampaignInput: NewCampaignInput, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: Campaign;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/inspections", oazapfts.json({
        ...opts,
        method: "POST",
        body: newCampaignInput
    }));
}
/**
 * 一次督察：能看的自查表、问题，各社区的情况
 */
export function readInspection(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Inspection;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/inspections/${encodeURIComponent(id)}`, {
        ...opts
    });
}
/**
 * 开始明察暗访、延长自查、办结
 */
export function actOnInspection(id: string, campaignEventInput: CampaignEventInput, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Campaign;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 409;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/inspections/${encodeURIComponent(id)}/events`, oazapfts.json({
        ...opts,
        method: "POST",
        body: campaignEventInput
    }));
}
/**
 * 一个社区的自查表：回答、提交、退回
 */
export function actOnSheet(id: string, region: string, sheetEventInput: SheetEventInput, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: SelfCheckSheet;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 409;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/inspections/${encodeURIComponent(id)}/sheets/${encodeURIComponent(region)}/events`, oazapfts.json({
        ...opts,
        method: "POST",
        body: sheetEventInput
    }));
}
/**
 * 记下明察暗访发现的问题
 */
export function recordVisit(id: string, newVisitInput: NewVisitInput, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: {
            items: Finding[];
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 409;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/inspections/${encodeURIComponent(id)}/visits`, oazapfts.json({
        ...opts,
        method: "POST",
        body: newVisitInput
    }));
}
/**
 * 一个问题：报整改、复查、延期
 */
export function actOnFinding(id: string, no: number, findingEventInput: FindingEventInput, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Finding;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 409;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/inspections/${encodeURIComponent(id)}/findings/${encodeURIComponent(no)}/events`, oazapfts.json({
        ...opts,
        method: "POST",
        body: findingEventInput
    }));
}
/**
 * 存一张照片（JPG、PNG）或 PDF，得到它的 hash：multipart/form-data，文件放在 file 里，社区写在 region 里
 */
export function keepPhoto(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: {
            hash: string;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 413;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/inspections/${encodeURIComponent(id)}/photos`, {
        ...opts,
        method: "POST"
    });
}
/**
 * 取一张照片
 */
export function readPhoto(hash: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/inspection-photos/${encodeURIComponent(hash)}`, {
        ...opts
    });
}
/**
 * 督察情况：报告（.docx）或情况表（.xlsx）
 */
export function inspectionReport(id: string, { format }: {
    format?: "docx" | "xlsx";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/inspections/${encodeURIComponent(id)}/report${QS.query(QS.explode({
        format
    }))}`, {
        ...opts
    });
}
/**
 * 回头看：一个地区一段时间的减负增效情况，JSON、报告（.docx）或数字表（.xlsx）
 */
export function lookback($from: string, to: string, { region, k, format }: {
    region?: string;
    k?: number;
    format?: "json" | "docx" | "xlsx";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/lookback${QS.query(QS.explode({
        region,
        "from": $from,
        to,
        k,
        format
    }))}`, {
        ...opts
    });
}
/**
 * 列出没答上、反问过、被说不对的问题，像的归成一组，多的在前
 */
export function listReviewGroups({ days, why, state, find, limit, cursor }: {
    days?: number;
    why?: "wrong" | "corrected" | "asked-back" | "not-listed" | "out-of-scope";
    state?: "open" | "proposed";
    find?: string;
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: ReviewGroup[];
            next: string | null;
            total: {
                groups: number;
                questions: number;
            };
            /** 还有更早的没有看 */
            more: boolean;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/review/groups${QS.query(QS.explode({
        days,
        why,
        state,
        find,
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * 一组未答问题和它最像的事项
 */
export function readReviewGroup(id: string, { days }: {
    days?: number;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            id: string;
            /** open 待办，proposed 已提案 */
            state: "open" | "proposed";
            count: number;
            counts: {
                [key: string]: number;
            };
            newest: string;
            /** 新的在前；列表里最多 3 个，单看一组最多 500 个 */
            questions: OpenQuestion[];
            /** 由这组问题提过的提案 */
            proposals: string[];
            /** 最像的事项 */
            suggestions: {
                id: string;
                name: string;
                sort: ("paper" | "duty" | "demand" | "rule") | null;
                "is": string | null;
                /** 像的程度，0 到 1 */
                share: number;
            }[];
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/review/groups/${encodeURIComponent(id)}${QS.query(QS.explode({
        days
    }))}`, {
        ...opts
    });
}
/**
 * 列出提案，新的在前；不带试答结果
 */
export function listProposals({ state, limit, cursor }: {
    state?: "proposed" | "accepted" | "rejected" | "withdrawn" | "revoked";
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: Proposal[];
            /** 取下一页时放在 cursor 里；没有下一页为 null */
            next: string | null;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/review/proposals${QS.query(QS.explode({
        state,
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * 提案：把问题当作一个事项的问法，或提一个本单位的新事项
 */
export function propose(newProposalInput: NewProposalInput, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: Proposal;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/review/proposals", oazapfts.json({
        ...opts,
        method: "POST",
        body: newProposalInput
    }));
}
/**
 * 一个提案和它的试答结果
 */
export function readProposal(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Proposal;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/review/proposals/${encodeURIComponent(id)}`, {
        ...opts
    });
}
/**
 * 开始试答：看接受以后哪些回答会变；做到哪里、结果都在提案里
 */
export function tryProposal(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 202;
        data: Proposal;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 409;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/review/proposals/${encodeURIComponent(id)}/trial`, {
        ...opts,
        method: "POST"
    });
}
/**
 * 接受、退回、撤回、撤销一个提案；接受的马上生效，要由提案以外的另一个人办
 */
export function decideProposal(id: string, proposalEventInput: ProposalEventInput, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Proposal;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 409;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/review/proposals/${encodeURIComponent(id)}/events`, oazapfts.json({
        ...opts,
        method: "POST",
        body: proposalEventInput
    }));
}
/**
 * 列出留存的问题
 */
export function listKeptQuestions(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: KeptQuestion[];
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/review/kept", {
        ...opts
    });
}
/**
 * 留存一个问题和它应有的回答
 */
export function keepQuestion(newKeptQuestionInput: NewKeptQuestionInput, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: KeptQuestion;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/review/kept", oazapfts.json({
        ...opts,
        method: "POST",
        body: newKeptQuestionInput
    }));
}
/**
 * 去掉一个留存的问题
 */
export function dropKeptQuestion(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 204;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/review/kept/${encodeURIComponent(id)}`, {
        ...opts,
        method: "DELETE"
    });
}
/**
 * 近几周每七天答了多少、各种判定、没答上和被说不对的；最后一段到今天
 */
export function reviewWeeks({ weeks }: {
    weeks?: number;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: AnswerWeek[];
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/review/weeks${QS.query(QS.explode({
        weeks
    }))}`, {
        ...opts
    });
}
/**
 * 留下对一份研判的人工改正，作为未答问题的材料；再发一次换掉前一次的
 */
export function correctScreening(id: string, body: {
    corrections: {
        /** 在所读文字里的起点，UTF-16 单位 */
        start: number;
        /** 终点（不含） */
        end: number;
        /** 人工核对以后是什么 */
        says: {
            /** 不算任务 */
            "is": "none";
        } | {
            /** 漏标的任务，判定由程序定 */
            "is": "task";
        } | {
            /** 落在清单的这一条上 */
            "is": "row";
            id: string;
        } | {
            /** 考核、台账等形式要求 */
            "is": "formality";
            sort: "assessment" | "plaque" | "trace" | "meeting" | "ledger" | "seal";
        } | {
            /** 哪份清单都没有 */
            "is": "unlisted";
            /** 是不是要求出具的证明 */
            paper: boolean;
        };
        /** 漏标的任务的文字 */
        phrase?: string;
    }[];
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: CorrectedTask[];
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/screenings/${encodeURIComponent(id)}/corrections`, oazapfts.json({
        ...opts,
        method: "PUT",
        body
    }));
}
/**
 * 列出能看的用户
 */
export function listUsers(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: Account[];
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/users", {
        ...opts
    });
}
/**
 * 建用户
 */
export function addUser(newAccountInput: NewAccountInput, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: {
            id: string;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/users", oazapfts.json({
        ...opts,
        method: "POST",
        body: newAccountInput
    }));
}
/**
 * 设密码、停用或启用；正在用的登录和密钥马上失效
 */
export function changeUser(name: string, body: {
    password?: string;
    disabled?: boolean;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 204;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/users/${encodeURIComponent(name)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body
    }));
}
/**
 * 给程序用的密钥：以这个用户的身份办事，只显示这一次
 */
export function addUserKey(name: string, body: {
    /** 用在哪里 */
    label: string;
    days?: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: {
            token: string;
            expiresAt: string;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/users/${encodeURIComponent(name)}/keys`, oazapfts.json({
        ...opts,
        method: "POST",
        body
    }));
}
/**
 * 列出给程序用的接口密钥（不含密钥本身），停用的也在
 */
export function listKeys(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: ApiKey[];
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/keys", {
        ...opts
    });
}
/**
 * 给程序发放一个接口密钥，只显示这一次
 */
export function addKey(newApiKeyInput: NewApiKeyInput, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: {
            id: string;
            token: string;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/keys", oazapfts.json({
        ...opts,
        method: "POST",
        body: newApiKeyInput
    }));
}
/**
 * 停用一个接口密钥，立即生效，不能恢复
 */
export function revokeKey(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 204;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/keys/${encodeURIComponent(id)}`, {
        ...opts,
        method: "DELETE"
    });
}
/**
 * 变更记录，新的在前；order=oldest 时按先后
 */
export function listAudit({ action, subject, order, limit, cursor }: {
    action?: string;
    subject?: string;
    order?: "newest" | "oldest";
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: AuditRow[];
            /** 取下一页时放在 cursor 里；没有下一页为 null */
            next: string | null;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/audit/entries${QS.query(QS.explode({
        action,
        subject,
        order,
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * 答过的问题，新的在前；order=oldest 时按先后；可按字、判定、日期找
 */
export function listAnswers({ find, verdict, $from, to, order, limit, cursor }: {
    find?: string;
    verdict?: "autonomy" | "assist" | "negative" | "may-certify" | "must-not-certify" | "not-listed" | "information" | "clarify" | "out-of-scope" | "triage-government" | "triage-consult" | "triage-self";
    $from?: string;
    to?: string;
    order?: "newest" | "oldest";
    limit?: number;
    cursor?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: LoggedAnswer[];
            /** 取下一页时放在 cursor 里；没有下一页为 null */
            next: string | null;
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/audit/answers${QS.query(QS.explode({
        find,
        verdict,
        "from": $from,
        to,
        order,
        limit,
        cursor
    }))}`, {
        ...opts
    });
}
/**
 * 用当时的清单重答以前的一个问题，看是否与当时一致
 */
export function replayAnswer(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Replay;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/audit/answers/${encodeURIComponent(id)}/replay`, {
        ...opts,
        method: "POST"
    });
}
/**
 * 核验变更记录和答复：有没有被改过、删过、换过次序
 */
export function verifyAudit(body: {
    /** 以前另外抄下的末行 */
    witness?: {
        seq: number;
        hash: string;
    };
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: AuditReport;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/audit/verification", oazapfts.json({
        ...opts,
        method: "POST",
        body
    }));
}
/**
 * 能导出哪几种记录，各有哪些列
 */
export function listExports(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: {
                name: string;
                title: string;
                columns: {
                    name: string;
                    meaning: string;
                }[];
            }[];
        };
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>("/api/v1/exports", {
        ...opts
    });
}
/**
 * 导出一种记录：CSV，或一行一个对象的 JSON
 */
export function exportRecords(room: string, { format, region, $from, to }: {
    format?: "csv" | "json";
    region?: string;
    $from?: string;
    to?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: string;
    } | {
        status: 400;
        data: Problem;
    } | {
        status: 401;
        data: Problem;
    } | {
        status: 403;
        data: Problem;
    } | {
        status: 404;
        data: Problem;
    } | {
        status: 429;
        data: Problem;
    } | {
        status: 503;
        data: Problem;
    }>(`/api/v1/exports/${encodeURIComponent(room)}${QS.query(QS.explode({
        format,
        region,
        "from": $from,
        to
    }))}`, {
        ...opts
    });
}
/**
 * 进程是否在运行
 */
export function getHealthz(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText("/healthz", {
        ...opts
    });
}
/**
 * 是否可以接收消息
 */
export function getReadyz(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText("/readyz", {
        ...opts
    });
}
