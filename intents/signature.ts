import { textOnly } from '#conversation/answer-blocks.js';
import { defineIntent } from '#conversation/intent.js';

/** 落款 and 署名 in front of a committee's name, which ends as such names do. */
const WORDS =
  /^(?:函的?|回函的?)?(?:落款|署名)(?:写|是|为|用)?[\s:：]*(\p{Script=Han}{2,28}(?:居民委员会|村民委员会|居委会|村委会|社区|村))$/u;

/** Who signs the letters of this conversation. */
export const intent = defineIntent<{ committee: string }>({
  id: 'signature',
  precedence: 16,
  interrupts: true,
  examples: ['落款 珊瑚社区居委会', '落款：石坝村村委会', '函的落款写珊瑚社区居民委员会'],
  slots({ said }) {
    const [, committee] = WORDS.exec(said) ?? [];
    return committee === undefined ? null : { committee };
  },
  handler: ({ committee }) => ({
    blocks: textOnly(`记下了，函的落款写${committee}。请把通知再发一次，我重新起草。`),
    state: { signer: committee },
  }),
});
